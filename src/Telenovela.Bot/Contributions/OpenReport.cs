namespace Telenovela.Bot.Contributions;

/// <summary>A report that waits for a moderator.</summary>
/// <param name="Id">Its id, which is also the place to go on from.</param>
/// <param name="Message">The reported text.</param>
/// <param name="UserId">Who reported it; null once that person had their data deleted.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record OpenReport(long Id, RatedMessage Message, ulong? UserId, string? Reason, DateTimeOffset At);
