using Microsoft.Data.Sqlite;
using Quartz;

namespace Telenovela.Jobs;

/// <summary>
/// Runs the scheduler while the bot runs, from when everything else has started. A schedule that can't be kept is no reason not to start:
/// the bot says so and answers without.
/// </summary>
/// <param name="file">Where the schedule is kept.</param>
/// <param name="schedulers">Makes the scheduler.</param>
/// <param name="schedule">What is scheduled.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed partial class JobsService(SchedulerFile file, ISchedulerFactory schedulers, NightlySchedule schedule, ILogger<JobsService> logger) : IHostedLifecycleService
{
    private IScheduler? _scheduler;

    /// <inheritdoc/>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await file.PrepareAsync(cancellationToken).ConfigureAwait(false);
            _scheduler = await schedulers.GetScheduler(cancellationToken).ConfigureAwait(false);
            await ApplyAsync(_scheduler, cancellationToken).ConfigureAwait(false);
            await _scheduler.Start(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is SchedulerException or SqliteException)
        {
            throw new OperationCanceledException("The bot was stopped before its schedule was opened.", exception, cancellationToken);
        }
        catch (Exception exception) when (exception is SchedulerException or SqliteException or IOException or UnauthorizedAccessException)
        {
            Log.Failed(logger, exception);
            await StopAsync(cancellationToken).ConfigureAwait(false);
            if (SchedulerFile.IsDamage(exception))
            {
                file.PutAside(exception.Message);
            }
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).ConfigureAwait(false);
            _scheduler = null;
        }

        file.Close();
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ApplyAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        try
        {
            await schedule.ApplyAsync(scheduler, cancellationToken).ConfigureAwait(false);
        }
        catch (SchedulerException exception)
        {
            // The file is whole, and yet what it says makes no sense.
            Log.Cleared(logger, exception);
            await scheduler.Clear(cancellationToken).ConfigureAwait(false);
            await schedule.ApplyAsync(scheduler, cancellationToken).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The stored schedule can't be read and begins anew; a run that was missed meanwhile isn't made up for")]
        public static partial void Cleared(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Error, "The schedule doesn't run, so nothing is learned at night until the bot is started again. By hand one can retrain")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
