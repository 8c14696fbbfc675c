namespace Telenovela.Bot.Contributions;

/// <summary>A person's report of a generated text.</summary>
/// <param name="MessageId">The message with the text.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="ClosedAt">When a moderator closed it; null while open.</param>
public sealed record OwnReport(ulong MessageId, string? Reason, DateTimeOffset At, DateTimeOffset? ClosedAt);
