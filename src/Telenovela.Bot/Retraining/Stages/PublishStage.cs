using Microsoft.Extensions.Logging;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>
/// Puts the challengers that passed in their champions' places, as one generation. A champion that must go does so in any case: where its challenger
/// failed, the weights that this began with are used. Where those are the shipped ones, the generation simply holds no such model.
/// </summary>
/// <param name="generations">Models.</param>
/// <param name="live">The bot's writer.</param>
/// <param name="lines">What may be learned.</param>
/// <param name="kept">Which generations stay.</param>
/// <param name="logger">Told of what can't be removed.</param>
public sealed partial class PublishStage(GenerationStore generations, LiveModels live, TrainingLines lines, KeptGenerations kept, ILogger<PublishStage> logger) : IRetrainingStage
{
    /// <inheritdoc/>
    public string Name => StageName.Publish;

    /// <inheritdoc/>
    public double Weight => 0.02;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        var champion = generations.Resolve();
        var changes = run.Plan.Models.Where(plan => plan.MustGo || run.Of(plan.Model).Passed).ToDictionary(plan => plan.Model);

        // A run that was killed behind the publication has nothing more to do here.
        var isDone = champion.Manifest is { } manifest && manifest.Parent == run.Plan.Champion && changes.Values.All(plan => IsIn(champion, run, plan));
        if (champion.Id != run.Plan.Champion && !isDone)
        {
            throw new RetrainingException("The models in use were exchanged while this run was under way (by a step back or another process), so that its comparison means nothing. Retrain once more.");
        }

        var learnable = await lines.LearnableAsync(cancellationToken).ConfigureAwait(false);
        if (!isDone)
        {
            if (changes.Values.Any(plan => (run.Of(plan.Model).Passed ? plan.Keys : plan.StartLineage.Contributions).Any(key => !learnable.Contains(key))))
            {
                throw new LinesGoneException();
            }

            champion = Publish(run, champion, changes);
        }

        live.Refresh();
        TidyUp(learnable);
        run.Generation = champion.Id;
        run.Outcome = run.Report.Models.Any(model => model.Passed) ? RunState.Promoted : RunState.Rejected;
    }

    /// <summary>What can't be removed now is removed another night; the new models are in use.</summary>
    private void TidyUp(IReadOnlySet<string> learnable)
    {
        try
        {
            kept.RemoveOthers(learnable);
        }
        catch (Exception refuses) when (refuses is IOException or UnauthorizedAccessException)
        {
            Log.Untidy(logger, refuses.Message);
        }
    }

    private Generation Publish(RunUnderWay run, Generation champion, Dictionary<string, ModelPlan> changes)
    {
        var (models, lineages) = (new Dictionary<string, string>(), new Dictionary<string, ModelLineage>());
        foreach (var model in champion.Trained.Where(model => !changes.ContainsKey(model)))
        {
            models[model] = Path.Combine(champion.Directory, model);
            lineages[model] = champion.LineageOf(model) with { Base = generations.BaseOf(champion, model) };
        }

        foreach (var (model, plan) in changes)
        {
            if (run.Of(model) is { Passed: true } known)
            {
                models[model] = plan.ChallengerIn(run.Folder);
                lineages[model] = new ModelLineage(plan.Keys, plan.Watermark, known.CorpusFingerprint, null, plan.StartLineage.Base);
            }
            else if (plan.StartedFrom is not null)
            {
                models[model] = plan.Start;
                lineages[model] = plan.StartLineage;
            }
        }

        return generations.Publish(champion, models, lineages, run.Plan.Probes);
    }

    private static bool IsIn(Generation generation, RunUnderWay run, ModelPlan plan) => run.Of(plan.Model).Passed
        ? generation.Holds(plan.Model, plan.ChallengerIn(run.Folder))
        : generation.LineageOf(plan.Model).Since == plan.StartLineage.Since;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Earlier generations of models can't be removed now: {Reason}")]
        public static partial void Untidy(ILogger logger, string reason);
    }
}
