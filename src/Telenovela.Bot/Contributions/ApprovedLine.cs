namespace Telenovela.Bot.Contributions;

/// <summary>A line of the dataset.</summary>
/// <param name="Sequence">The how-manieth approval it was, from 1: the order of the dataset.</param>
/// <param name="InteractionId">Lines with the same one were given together, in this order.</param>
/// <param name="Telenovela">The telenovela's id.</param>
/// <param name="TelenovelaTitle">The telenovela's title.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The words with their cues in parentheses.</param>
/// <param name="Arc">The plot line.</param>
/// <param name="HeldOut">Whether it is one of the tenth that is never trained on.</param>
/// <param name="ApprovedOn">The day of the decision (UTC).</param>
/// <param name="Contributor">The giver's name in the dataset: the chosen one, or a pseudonym.</param>
/// <param name="LearningKey">Names the line with just these words: with other words it is another. Says nothing about either once the line is deleted.</param>
public sealed record ApprovedLine(
    long Sequence,
    ulong InteractionId,
    string Telenovela,
    string TelenovelaTitle,
    string Language,
    string? Character,
    string Text,
    string? Arc,
    bool HeldOut,
    DateOnly ApprovedOn,
    string Contributor,
    string LearningKey);
