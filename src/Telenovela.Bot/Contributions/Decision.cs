using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>What a moderator wants done with a pending line.</summary>
/// <param name="ContributionId">The line.</param>
/// <param name="GuildId">The server; a line of another one isn't found.</param>
/// <param name="ModeratorId">Who decides.</param>
/// <param name="Kind">Approve, edit or reject.</param>
public sealed record Decision(long ContributionId, ulong GuildId, ulong ModeratorId, ModerationKind Kind)
{
    /// <summary>Why, in the moderator's words.</summary>
    public string? Reason { get; init; }

    /// <summary>For <see cref="ModerationKind.Edited"/>: the new words.</summary>
    public string? Text { get; init; }

    /// <summary>For <see cref="ModerationKind.Edited"/>: the new words' fingerprint.</summary>
    public ContributionFingerprint? Fingerprint { get; init; }
}
