using Microsoft.Extensions.Logging;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining.Stages;

namespace Telenovela.Bot.Retraining;

/// <summary>Looks during a run whether a line that it learns may no longer be learned, in whichever process the run or the deletion is.</summary>
/// <param name="lines">What may be learned.</param>
/// <param name="clock">Measures time.</param>
/// <param name="logger">Told when nobody can look.</param>
public sealed partial class DeletionWatch(TrainingLines lines, TimeProvider clock, ILogger<DeletionWatch> logger)
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Looks until it finds one.</summary>
    /// <param name="run">The run, whose plan may still be made.</param>
    /// <param name="cancellationToken">The run has ended.</param>
    /// <returns>True where a line is gone; false when the run has ended.</returns>
    public async Task<bool> IsGoneAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        (LineRemovals Removals, RunPlan Plan)? seen = null;
        try
        {
            while (true)
            {
                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
                try
                {
                    var (removals, plan) = (await lines.RemovalsAsync(cancellationToken).ConfigureAwait(false), run.Plan);
                    if (seen is { } before && before.Removals == removals && ReferenceEquals(before.Plan, plan))
                    {
                        continue;
                    }

                    if (!plan.MayBeLearned(await lines.LearnableAsync(cancellationToken).ConfigureAwait(false)))
                    {
                        return true;
                    }

                    seen = (removals, plan);
                }
#pragma warning disable CA1031 // The gate looks once more, and can't be passed without.
                catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    Log.Blind(logger, exception.Message);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Whether a line that is being learned was deleted can't be told now: {Reason}")]
        public static partial void Blind(ILogger logger, string reason);
    }
}
