using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Retraining;

/// <summary>A wish that the models be retrained.</summary>
/// <param name="Trigger">Whose.</param>
/// <param name="ScheduledFor">For the schedule: the local time it meant, <c>2026-11-25T03:00</c>. A time that had its run gets no other.</param>
public sealed record RunRequest(RunTrigger Trigger, string? ScheduledFor = null);
