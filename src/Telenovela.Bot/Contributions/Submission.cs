namespace Telenovela.Bot.Contributions;

/// <summary>What one interaction brings.</summary>
/// <param name="InteractionId">The interaction; redelivered, it adds nothing.</param>
/// <param name="GuildId">The server; 0 outside of servers.</param>
/// <param name="UserId">Who gives.</param>
/// <param name="ConsentVersion">The version of the terms that the person must have agreed to, at least.</param>
/// <param name="Lines">The lines, one at least.</param>
public sealed record Submission(ulong InteractionId, ulong GuildId, ulong UserId, int ConsentVersion, IReadOnlyList<NewLine> Lines)
{
    /// <summary>Most lines of the person that may wait for review, these included; null for any number.</summary>
    public int? MostPending { get; init; }
}
