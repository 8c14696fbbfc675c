using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>A decision that a person took as a moderator.</summary>
/// <param name="ContributionId">The line.</param>
/// <param name="GuildId">The server.</param>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record OwnDecision(long ContributionId, ulong GuildId, ModerationKind Kind, string? Reason, DateTimeOffset At);
