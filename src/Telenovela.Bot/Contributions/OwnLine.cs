using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>A line as its giver sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="GuildId">The server where it was given.</param>
/// <param name="Telenovela">The telenovela's id.</param>
/// <param name="TelenovelaTitle">The telenovela's title.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The words; as edited, where a moderator edited them.</param>
/// <param name="OriginalText">The words as given, where a moderator edited them.</param>
/// <param name="Arc">The plot line.</param>
/// <param name="Status">What became of it.</param>
/// <param name="SubmittedAt">When it was given.</param>
/// <param name="DecidedAt">When it was decided.</param>
public sealed record OwnLine(
    long Id,
    ulong GuildId,
    string Telenovela,
    string TelenovelaTitle,
    string Language,
    string? Character,
    string Text,
    string? OriginalText,
    string? Arc,
    ContributionStatus Status,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? DecidedAt);
