using Microsoft.Extensions.Options;
using Quartz;
using Telenovela.Bot.Retraining;

namespace Telenovela.Jobs;

/// <summary>Says at the start what is wrong with the configured schedule, and what to write.</summary>
/// <param name="clock">Tells which times are past.</param>
internal sealed class ScheduleValidation(TimeProvider clock) : IValidateOptions<RetrainingOptions>
{
    private const string Advice =
        "Write second, minute, hour, day of the month, month and day of the week, with ? for the one of the two days that doesn't matter: 0 0 3 * * ? means every night at three.";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetrainingOptions options)
    {
        var zone = RetrainingSchedule.FindZone(options.TimeZone);
        var problems = new List<string>();
        if (zone is null)
        {
            problems.Add(
                $"Retraining:TimeZone “{options.TimeZone}” is no time zone that this machine knows. Write a name such as Europe/Madrid or America/Mexico_City, " +
                "or leave it out for the machine's own.");
        }

        if (ProblemOf(options.Cron, zone ?? TimeZoneInfo.Utc) is { } problem)
        {
            problems.Add($"Retraining:Cron “{options.Cron}” {problem} {Advice}");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private string? ProblemOf(string cron, TimeZoneInfo zone)
    {
        // Quartz knows shorthands of one word, @daily for example; all else has its six or seven parts.
        var parts = cron.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length;
        if (parts is not (6 or 7) && !cron.StartsWith('@'))
        {
            return $"is no cron expression of Quartz: one has 6 parts, seconds first, and may have a year as 7th, not {parts}.";
        }

        try
        {
            return new CronExpression(cron, zone).GetNextValidTimeAfter(clock.GetUtcNow()) is null ? "names no time that is still to come." : null;
        }
        catch (FormatException exception)
        {
            return $"is no cron expression of Quartz: {exception.Message.TrimEnd('.')}.";
        }
    }
}
