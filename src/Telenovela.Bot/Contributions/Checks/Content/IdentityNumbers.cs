using System.Text.RegularExpressions;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>
/// Finds numbers of identity documents (Spain's DNI and NIE by their check letter, Mexico's CURP, the United States' social security
/// number by their form) and bank accounts (IBAN by its check digits, ISO 13616).
/// </summary>
internal static class IdentityNumbers
{
    private const string CheckLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex Dni = new(@"\b[XYZxyz0-9][0-9]{7}[ -]?[A-Za-z]\b", Options);
    private static readonly Regex Curp = new(@"\b[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[A-Z0-9][0-9]\b", Options | RegexOptions.IgnoreCase);
    private static readonly Regex SocialSecurity = new(@"\b[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}\b", Options);
    private static readonly Regex Iban = new(@"\b[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,4})?\b", Options | RegexOptions.IgnoreCase);

    public static IEnumerable<RuleFinding> Find(string text, int line)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        return Dni.Matches(text).Where(match => HasCheckLetter(match.Value))
            .Concat(Curp.Matches(text))
            .Concat(SocialSecurity.Matches(text))
            .Select(match => match.Value)
            .Concat(Iban.Matches(text).SelectMany(match => Beginnings(match.Value)).Where(HasCheckDigits))
            .Select(number => RuleFinding.Refuse(IssueCode.IdentityNumber, line, number[^4..]));
    }

    /// <summary>A word behind the number looks like its last group, so each end is tried.</summary>
    private static IEnumerable<string> Beginnings(string value) =>
        Enumerable.Range(1, value.Length).Where(end => end == value.Length || value[end] == ' ').Select(end => value[..end]);

    /// <summary>The letter is the number modulo 23; X, Y and Z stand for 0, 1 and 2.</summary>
    private static bool HasCheckLetter(string value)
    {
        var first = char.ToUpperInvariant(value[0]);
        var number = (first is 'X' or 'Y' or 'Z' ? (char)('0' + first - 'X') : first) + value[1..8];
        return CheckLetters[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 23] == char.ToUpperInvariant(value[^1]);
    }

    /// <summary>With its first four characters behind the others and letters as numbers from 10, an IBAN leaves 1 when divided by 97.</summary>
    private static bool HasCheckDigits(string value)
    {
        var compact = value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var rest = 0;
        foreach (var sign in compact[4..] + compact[..4])
        {
            rest = char.IsAsciiDigit(sign) ? ((rest * 10) + sign - '0') % 97 : ((rest * 100) + sign - 'A' + 10) % 97;
        }

        return compact.Length is >= 15 and <= 34 && rest == 1;
    }
}
