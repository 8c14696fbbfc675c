using Microsoft.Extensions.Options;
using Quartz;
using Quartz.Extensibility;
using Telenovela.Bot.Retraining;

namespace Telenovela.Jobs;

/// <summary>Brings the stored trigger of the nightly retraining in line with the configuration.</summary>
/// <param name="options">The configuration.</param>
/// <param name="clock">Tells what was missed.</param>
/// <param name="logger">Told when the next run is.</param>
internal sealed partial class NightlySchedule(IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<NightlySchedule> logger)
{
    private static readonly JobKey Job = new("nightly-retraining");
    private static readonly TriggerKey Trigger = new("nightly-retraining");

    /// <summary>
    /// Stores the job and its trigger, or removes them where the schedule is off. Begun before the scheduler is, so that nothing fires meanwhile.
    /// A run that was missed is still due, whatever the schedule is now; otherwise a changed schedule counts from now on.
    /// </summary>
    /// <param name="scheduler">Where to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SchedulerException">What is stored can't be read or written.</exception>
    public async Task ApplyAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            await scheduler.DeleteJob(Job, cancellationToken).ConfigureAwait(false);
            Log.Off(logger);
            return;
        }

        var job = JobBuilder.Create<NightlyRetrainingJob>().WithIdentity(Job).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken).ConfigureAwait(false);

        var schedule = RetrainingSchedule.Of(options.Value);
        var trigger = schedule.Trigger(Trigger, Job, clock);
        var stored = await scheduler.GetTrigger(Trigger, cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Always replaced, never left as it is: a trigger that Quartz gave up on begins again that way.
            // Quartz keeps a next time of the past only where the start is no later.
            var operable = (IOperableTrigger)trigger;
            operable.PreviousFireTimeUtc = stored.PreviousFireTimeUtc;
            if (Next(schedule, trigger, stored) is { } next)
            {
                (operable.StartTimeUtc, operable.NextFireTimeUtc) = (next, next);
            }

            await scheduler.RescheduleJob(Trigger, trigger, cancellationToken).ConfigureAwait(false);
        }

        Log.On(logger, schedule.Cron, schedule.Zone.Id, trigger.NextFireTimeUtc);
    }

    private DateTimeOffset? Next(RetrainingSchedule schedule, ITrigger trigger, ITrigger stored)
    {
        var now = clock.GetUtcNow();
        var next = trigger.GetFireTimeAfter(now);
        if (stored.NextFireTimeUtc is not { } due)
        {
            return next;
        }

        // Earlier than stored is a time of the past where the clock was set back; it had its run, or gets it now.
        var isMissed = due <= now;
        var isNearest = schedule.IsOf(stored) && (next is null || due < next);
        return isMissed || isNearest ? due : next;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Retraining by the schedule {Cron} ({Zone}); next at {Next:u}")]
        public static partial void On(ILogger logger, string cron, string zone, DateTimeOffset? next);

        [LoggerMessage(LogLevel.Information, "No retraining by schedule: Retraining:Enabled is false")]
        public static partial void Off(ILogger logger);
    }
}
