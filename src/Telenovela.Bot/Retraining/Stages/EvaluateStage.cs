using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Corpus.Dataset;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Has each challenger measured beside its champion, on text that neither has learned.</summary>
/// <param name="process">Measures.</param>
/// <param name="lines">Contributions.</param>
/// <param name="generations">Has the shipped models, which no contribution has reached.</param>
/// <param name="contributions">Where the corpus is.</param>
public sealed class EvaluateStage(IMeasuringProcess process, TrainingLines lines, GenerationStore generations, IOptions<ContributionCheckOptions> contributions) : IRetrainingStage
{
    private const int MostHeldOutLines = 500;
    private const int MostWithheldLines = 40;

    /// <summary>Among them are lines of other models, and such as are known rightly.</summary>
    private const int MostWithheldLookedAt = 200;

    /// <inheritdoc/>
    public string Name => StageName.Evaluate;

    /// <inheritdoc/>
    public double Weight => 0.2;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        var all = await lines.AllAsync(cancellationToken).ConfigureAwait(false);
        var withheld = await lines.WithheldAsync(MostWithheldLookedAt, cancellationToken).ConfigureAwait(false);
        var unknown = await BackgroundPriority.RunAsync(() => RightlyKnown.Without(withheld, all.Where(line => !line.HeldOut), cancellationToken)).ConfigureAwait(false);
        foreach (var (at, plan) in run.Plan.Models.Index())
        {
            if (run.Of(plan.Model).HeldOut is not null)
            {
                // Before the stage was interrupted.
                continue;
            }

            await run.TryAsync(
                plan.Model,
                async () =>
                {
                    var measured = await process.MeasureAsync(
                        OrderOf(run, plan, [.. all.Where(line => line.HeldOut)], unknown),
                        Path.Combine(run.Folder, plan.Model, "measuring.json"),
                        share => run.Tell(new StageProgress((at + share) / run.Plan.Models.Count) { Model = plan.Model }),
                        cancellationToken).ConfigureAwait(false);
                    run.Know(plan.Model, measured.AddTo);
                }).ConfigureAwait(false);
            run.Save();
        }

        run.RequireWork();
    }

    private MeasuringOrder OrderOf(RunUnderWay run, ModelPlan plan, IReadOnlyList<ApprovedLine> heldOut, IReadOnlyList<WithheldLine> withheld)
    {
        var shipped = Path.Combine(generations.Shipped, plan.Model);
        return new MeasuringOrder(
            // A champion that must go is no measure: without the challenger, those weights would be used that it began with.
            plan.MustGo ? plan.Start : plan.Champion,
            plan.Champion,
            plan.ChallengerIn(run.Folder),
            plan.Start,
            Directory.Exists(shipped) ? shipped : null,
            plan.TextIn(run.Folder),
            ProgramFolder.Locate(contributions.Value.CorpusDirectory),
            [.. heldOut.Where(line => line.Language == plan.Language).TakeLast(MostHeldOutLines).Select(line => new MeasuredLine(line.Telenovela, line.TelenovelaTitle, line.Character, line.Text))],
            [.. withheld.Where(line => line.Language == plan.Language).Take(MostWithheldLines).Select(line => new MeasuredLine(line.Telenovela, line.TelenovelaTitle, line.Character, line.Text))],
            plan.Seed);
    }
}
