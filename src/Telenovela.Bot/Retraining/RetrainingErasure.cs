using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Maintenance;

namespace Telenovela.Bot.Retraining;

/// <summary>
/// Follows deletions into the models: earlier generations that learned a line which may no longer be learned are removed, and so is what an interrupted or
/// ended run left of it. A run under way looks for itself (<see cref="DeletionWatch"/>), and what lies beside it is removed when it ends. The generation in
/// use goes with the next run, which begins with weights that never saw the line.
/// </summary>
/// <param name="lines">What may be learned.</param>
/// <param name="kept">Which generations stay.</param>
/// <param name="runs">Know the interrupted run.</param>
/// <param name="folders">What runs leave behind.</param>
/// <param name="paths">The files.</param>
public sealed class RetrainingErasure(
    TrainingLines lines, KeptGenerations kept, TrainingRunStore runs, RunFolders folders, RetrainingPaths paths) : IErasureFollower
{
    private LineRemovals? _seen;

    /// <inheritdoc/>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var removals = await lines.RemovalsAsync(cancellationToken).ConfigureAwait(false);
        if (removals == _seen)
        {
            return;
        }

        using var alone = FileLock.TryTake(paths.Lock, shared: false);
        if (alone is null)
        {
            // A run is under way; afterwards, then.
            return;
        }

        var learnable = await lines.LearnableAsync(cancellationToken).ConfigureAwait(false);
        var interrupted = await runs.InterruptedAsync(cancellationToken).ConfigureAwait(false);
        folders.RemoveOthers(interrupted?.Id);
        if (interrupted is not null)
        {
            folders.RemoveIfForbidden(interrupted.Id, learnable);
        }

        kept.RemoveOthers(learnable);
        _seen = removals;
    }
}
