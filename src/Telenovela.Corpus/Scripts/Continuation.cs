using System.Text.RegularExpressions;

namespace Telenovela.Corpus.Scripts;

/// <summary>What typesetting adds to a speech that goes on: <c>(CONT'D)</c>, <c>(MORE)</c>, <c>(SIGUE)</c>. It is no cue.</summary>
internal static partial class Continuation
{
    /// <summary>Whether words in parentheses behind a name say only that the speech goes on.</summary>
    /// <param name="words">The words without parentheses.</param>
    /// <returns>True for the English and Spanish ones, in any case.</returns>
    public static bool Is(string words) => Words().IsMatch(words);

    [GeneratedRegex(
        @"^(?:CONT[.'\u2019]?D?\.?|CONTINUED|CONTINUING|MORE|CONTIN[UÚ]A(?:NDO|CI[OÓ]N)?|SIGUE|SIGUIENDO|M[AÁ]S)\.?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
