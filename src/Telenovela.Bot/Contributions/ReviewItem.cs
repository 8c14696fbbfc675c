using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>A line as a moderator sees it.</summary>
/// <param name="Id">Its id, which is also the place to go on from.</param>
/// <param name="UserId">Who gave it.</param>
/// <param name="Telenovela">The telenovela's id.</param>
/// <param name="TelenovelaTitle">The telenovela's title.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The words.</param>
/// <param name="OriginalText">The words as given, where they were edited.</param>
/// <param name="Arc">The plot line.</param>
/// <param name="Hints">What the checks would have a moderator look at.</param>
/// <param name="Status">Whether it is still pending.</param>
/// <param name="SubmittedAt">When it was given.</param>
/// <param name="Context">Lines of the same submission around it, by their order; it itself not among them.</param>
public sealed record ReviewItem(
    long Id,
    ulong UserId,
    string Telenovela,
    string TelenovelaTitle,
    string Language,
    string? Character,
    string Text,
    string? OriginalText,
    string? Arc,
    IReadOnlyList<string> Hints,
    ContributionStatus Status,
    DateTimeOffset SubmittedAt,
    IReadOnlyList<ReviewContext> Context);
