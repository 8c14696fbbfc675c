using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>What going back would change, as far as the runs tell.</summary>
/// <param name="InUse">The generation in use; null for the shipped models.</param>
/// <param name="Before">What it went on from; null for the shipped models.</param>
/// <param name="IsKnown">Whether the runs still tell <paramref name="Before"/>.</param>
public sealed record StepBack(string? InUse, string? Before, bool IsKnown)
{
    private const int MostChanges = 500;

    /// <summary>Reads it from the runs.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StepBack> OfAsync(TrainingRunStore runs, CancellationToken cancellationToken)
    {
        var changes = await runs.ChangesAsync(MostChanges, cancellationToken).ConfigureAwait(false);
        if (changes is not [{ Generation: { } inUse }, ..])
        {
            return new StepBack(null, null, IsKnown: true);
        }

        // The run that made the generation, however often it was gone back to since; what was in use when it began is what lies before it.
        var (made, at) = changes.Select((run, at) => (run, at)).FirstOrDefault(change => change.run.State == RunState.Promoted && change.run.Generation == inUse);
        var isKnown = made is not null && (at + 1 < changes.Count || changes.Count < MostChanges);
        return new StepBack(inUse, isKnown && at + 1 < changes.Count ? changes[at + 1].Generation : null, isKnown);
    }
}
