using Telenovela.Bot.Retraining.Runs;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Tells people of a promotion. At most once: one who is told twice is annoyed, one who isn't finds it in the statistics.</summary>
/// <param name="news">Tells; none where nobody can be told.</param>
/// <param name="runs">Says when the run began.</param>
public sealed class AnnounceStage(IEnumerable<INightNews> news, TrainingRunStore runs) : IRetrainingStage
{
    /// <inheritdoc/>
    public string Name => StageName.Announce;

    /// <inheritdoc/>
    public double Weight => 0.01;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        if (run.Again || await runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is not { } summary)
        {
            return;
        }

        // What a refused challenger learned isn't news yet.
        IReadOnlyList<long> learned = [.. run.Plan.Models.Where(plan => run.Of(plan.Model).Passed).SelectMany(plan => plan.NewLines).Order()];
        foreach (var teller in news)
        {
            await teller.TellAsync(
                summary with { State = run.Outcome!.Value, Generation = run.Generation, Report = run.Report, NewLines = learned.Count }, learned, cancellationToken).ConfigureAwait(false);
        }
    }
}
