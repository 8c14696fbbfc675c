using Microsoft.Extensions.Options;
using Quartz;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Jobs;

/// <summary>
/// Has the models retrained, and lasts as long as that. A scheduled time gets one run however often the job is fired for it: the retraining refuses the
/// others. So Quartz may fire a job again that was killed, which matters only where it was killed before the run was noted; a noted one the retraining
/// resumes by itself when the bot starts.
/// </summary>
/// <param name="retraining">Retrains.</param>
/// <param name="options">Name the time zone.</param>
/// <param name="logger">Told what became of it.</param>
[DisallowConcurrentExecution]
internal sealed partial class NightlyRetrainingJob(IRetraining retraining, IOptions<RetrainingOptions> options, ILogger<NightlyRetrainingJob> logger) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var time = RetrainingSchedule.Of(options.Value).LocalTime(context.ScheduledFireTimeUtc ?? context.FireTimeUtc);
        if (retraining.Request(new RunRequest(RunTrigger.Nightly, time)) is not { } run)
        {
            Log.Busy(logger, time);
            return;
        }

        try
        {
            if (await run.WaitAsync(cancellationToken).ConfigureAwait(false) is null)
            {
                Log.Refused(logger, time);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || run.IsCanceled)
        {
            Log.Stopped(logger, time);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The retraining scheduled for {Time} is left out: one is under way")]
        public static partial void Busy(ILogger logger, string time);

        [LoggerMessage(LogLevel.Information, "The retraining scheduled for {Time} is left out: it was done before, another process is retraining, or nothing can be stored now")]
        public static partial void Refused(ILogger logger, string time);

        [LoggerMessage(LogLevel.Information, "The bot stops during the retraining scheduled for {Time}")]
        public static partial void Stopped(ILogger logger, string time);
    }
}
