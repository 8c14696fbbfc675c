namespace Telenovela.Bot.Contributions.Checks;

/// <summary>Where lines belong that a person typed, before any check.</summary>
/// <param name="GuildId">The server; 0 outside of servers.</param>
/// <param name="UserId">Who gives.</param>
/// <param name="Telenovela">Id or title of a telenovela, existing or new.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Arc">The plot line, if one was named.</param>
public sealed record ContributionDraft(ulong GuildId, ulong UserId, string Telenovela, string Language, string? Arc)
{
    /// <summary>
    /// Whether the lines come from a script that was read and shown before. Then more lines may come at once, a line without a speaker is
    /// taken, the person's pace doesn't count, and lines with problems are left out instead of stopping the others.
    /// </summary>
    public bool IsScript { get; init; }
}
