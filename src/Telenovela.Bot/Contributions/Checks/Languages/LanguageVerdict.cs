namespace Telenovela.Bot.Contributions.Checks.Languages;

/// <summary>Which language a text seems to be in.</summary>
/// <param name="Language">ISO 639-1 code of the likelier language; null where nothing speaks for either.</param>
/// <param name="Evidence">How much speaks for it: log odds in nats, never negative.</param>
/// <param name="Words">How many words were judged: not names in the middle of a sentence, nor words that both languages have.</param>
public sealed record LanguageVerdict(string? Language, double Evidence, int Words)
{
    /// <summary>The evidence from which a text counts as written in the language, in nats.</summary>
    /// <value>7: odds of about 1,100 to 1. Chosen by measurement (docs/contribution-checks.md).</value>
    public const double Enough = 7;

    /// <summary>The fewest words on which a text is judged at all: “Mi amor.” stands in English scripts too.</summary>
    public const int FewestWords = 6;

    /// <summary>Whether the text is surely in another of the known languages than the one it was said to be in.</summary>
    /// <param name="language">ISO 639-1 code of the language that was chosen.</param>
    public bool Contradicts(string language) =>
        Language is not null && !Language.Equals(language, StringComparison.OrdinalIgnoreCase) && Words >= FewestWords && Evidence >= Enough;
}
