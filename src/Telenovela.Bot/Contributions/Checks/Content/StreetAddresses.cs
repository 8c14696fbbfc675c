using System.Text.RegularExpressions;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>Finds streets with a house number: refused where a postal code follows, otherwise a hint, since stories have addresses too.</summary>
internal static class StreetAddresses
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex Spanish = new(
        @"\b(?i:calle|avenida|avda|av|paseo|plaza|carrera|calzada|callejón|c/)\.?\s*((?i:de|del|la|las|los|el)\s+)*(\p{Lu}[\p{L}.]*\s+|(?i:de|del|la|las|los|el|y)\s+){0,4}\p{Lu}[\p{L}.]*,?\s+((?i:n|núm|numero|número|no)?[.º°#]*\s*)[0-9]{1,5}\b",
        Options);

    private static readonly Regex English = new(
        @"\b[0-9]{1,5}\s+((North|South|East|West|N|S|E|W)\.?\s+)?(\p{Lu}[\p{L}.']*\s+){1,3}(Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct)\b",
        Options);

    private static readonly Regex PostalCode = new(@"^[^0-9]{0,40}\b[0-9]{5}\b", Options);

    public static IEnumerable<RuleFinding> Find(string text, int line)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            yield break;
        }

        foreach (var match in Spanish.Matches(text).Concat(English.Matches(text)))
        {
            yield return PostalCode.IsMatch(text[(match.Index + match.Length)..])
                ? RuleFinding.Refuse(IssueCode.StreetAddress, line, match.Value)
                : RuleFinding.Hint(IssueCode.StreetAddress, line, match.Value);
        }
    }
}
