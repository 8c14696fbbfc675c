using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Maintenance;

namespace Telenovela.Bot.Retraining;

/// <summary>
/// Follows deletions into the models: earlier generations that learned a line which may no longer be learned are removed, and a run under way that
/// learns it begins anew. The generation in use goes with the next run, which begins with weights that never saw the line.
/// </summary>
/// <param name="lines">What may be learned.</param>
/// <param name="kept">Which generations stay.</param>
/// <param name="runs">The run under way.</param>
/// <param name="paths">The files.</param>
public sealed class RetrainingErasure(
    TrainingLines lines, KeptGenerations kept, RetrainingRuns runs, RetrainingPaths paths) : IErasureFollower
{
    private (long, long, long)? _seen;

    /// <inheritdoc/>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var losses = await lines.LossesAsync(cancellationToken).ConfigureAwait(false);
        if (losses == _seen)
        {
            return;
        }

        var learnable = await lines.LearnableAsync(cancellationToken).ConfigureAwait(false);
        if (runs.Learning.Any(key => !learnable.Contains(key)))
        {
            runs.BeginAgain();
        }

        using var alone = FileLock.TryTake(paths.Lock, shared: false);
        if (alone is null)
        {
            // A run is under way; afterwards, then.
            return;
        }

        kept.RemoveOthers(learnable);
        _seen = losses;
    }
}
