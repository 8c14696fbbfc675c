using System.Globalization;
using Quartz;
using Telenovela.Bot.Retraining;

namespace Telenovela.Jobs;

/// <summary>When the bot is to learn.</summary>
/// <param name="Cron">A cron expression of Quartz.</param>
/// <param name="Zone">The time zone that it means.</param>
internal sealed record RetrainingSchedule(string Cron, TimeZoneInfo Zone)
{
    /// <summary>The configured schedule.</summary>
    /// <param name="options">Valid ones (<see cref="ScheduleValidation"/>).</param>
    public static RetrainingSchedule Of(RetrainingOptions options) =>
        new(options.Cron, FindZone(options.TimeZone) ?? throw new TimeZoneNotFoundException(options.TimeZone));

    /// <summary>A time zone.</summary>
    /// <param name="name">Its name; nothing for the machine's own.</param>
    /// <returns>Null where the machine knows none of that name.</returns>
    public static TimeZoneInfo? FindZone(string? name) =>
        string.IsNullOrWhiteSpace(name) ? TimeZoneInfo.Local
        : TimeZoneInfo.TryFindSystemTimeZoneById(name.Trim(), out var zone) ? zone
        : null;

    /// <summary>
    /// The local time that a run is for, <c>2026-11-25T03:00</c>. In the night when the clocks go forward over the scheduled time, it is the first time
    /// after the gap; when they go back, the time that comes twice is the same for both.
    /// </summary>
    /// <param name="scheduled">What the trigger was scheduled for.</param>
    public string LocalTime(DateTimeOffset scheduled) => TimeZoneInfo.ConvertTime(scheduled, Zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A trigger that fires by it, and once for all that was missed.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="job">What it fires.</param>
    /// <param name="clock">Tells from when on.</param>
    public ITrigger Trigger(TriggerKey key, JobKey job, TimeProvider clock) => TriggerBuilder.Create(clock)
        .WithIdentity(key)
        .ForJob(job)
        .WithCronSchedule(Cron, cron => cron.InTimeZone(Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    /// <summary>Whether a trigger fires by it.</summary>
    /// <param name="trigger">A stored one.</param>
    public bool IsOf(ITrigger trigger) =>
        trigger is ICronTrigger cron && cron.CronExpressionString == new CronExpression(Cron).CronExpressionString && cron.TimeZone.Id == Zone.Id;
}
