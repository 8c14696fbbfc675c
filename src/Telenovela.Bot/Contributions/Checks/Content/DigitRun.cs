namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>Digits that belong together, with the signs that people put between them.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Digits">The digits alone.</param>
/// <param name="Groups">How many digits each group has: 3, 3, 4 for <c>(555) 010-0199</c>.</param>
/// <param name="IsAnnounced">Whether words before it speak of a telephone.</param>
internal sealed record DigitRun(string Text, string Digits, IReadOnlyList<int> Groups, bool IsAnnounced)
{
    private const int MostSeparators = 3;
    private const int Announcement = 28;
    private static readonly string[] Announcements =
        ["phone", "tel", "cel", "móvil", "movil", "call", "text me", "number", "número", "numero", "llama", "llám", "marca", "márca", "whatsapp", "dial", "sms", "wa.me"];

    private bool IsInternational => Text.StartsWith('+') || (Digits.StartsWith("00", StringComparison.Ordinal) && Digits.Length >= 11);

    /// <summary>Money is grouped by full stops or commas; telephone numbers of nine digits seldom are.</summary>
    private bool LooksLikeMoney => Groups.Count > 1 && Groups.Skip(1).All(group => group == 3) && Text.AsSpan().IndexOfAny(" -(") < 0;

    /// <summary>Whether it is a payment card's number: 13 to 19 digits whose last one checks the others (Luhn; ISO/IEC 7812-1, annex B).</summary>
    public bool IsCard => Digits.Length is >= 13 and <= 19 && Digits[0] is >= '2' and <= '6' && !Text.Contains('.', StringComparison.Ordinal) && Luhn();

    /// <summary>
    /// Whether it is a telephone number as people in Mexico, the United States and Spain write them, or an international one. Numbers
    /// from 555-0100 to 555-0199 were set aside for stories, so they are left to stories.
    /// </summary>
    public bool IsPhone => Digits.Length is >= 7 and <= 15 && !IsFictional && !IsDate && (IsInternational || Pattern() || IsAnnounced);

    private bool IsFictional => Digits.Length is 7 or 10 or 11 && Digits.AsSpan(Digits.Length - 7).StartsWith("55501");

    private bool IsDate => Groups is [2 or 1, 2 or 1, 4] or [4, 2, 2] or [4, 4] && !IsAnnounced && (Digits.Contains("19", StringComparison.Ordinal) || Digits.Contains("20", StringComparison.Ordinal));

    /// <summary>Finds the runs of seven digits and more.</summary>
    public static IEnumerable<DigitRun> All(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                continue;
            }

            var start = at;
            var groups = new List<int> { 0 };
            var digits = new System.Text.StringBuilder();
            var end = at;
            for (var gap = 0; at < text.Length && gap <= MostSeparators; at++)
            {
                if (char.IsAsciiDigit(text[at]))
                {
                    if (gap > 0)
                    {
                        groups.Add(0);
                    }

                    gap = 0;
                    groups[^1]++;
                    digits.Append(text[at]);
                    end = at + 1;
                }
                else if (text[at] is ' ' or '-' or '.' or '(' or ')' or ',' or '/')
                {
                    gap += text[at] is ',' or '/' ? MostSeparators + 1 : 1;
                }
                else
                {
                    break;
                }
            }

            at = end - 1;
            if (digits.Length >= 7)
            {
                while (start > 0 && text[start - 1] is '+' or '(')
                {
                    start--;
                }

                var before = text.AsSpan(Math.Max(0, start - Announcement), Math.Min(start, Announcement)).ToString();
                var announced = Array.Exists(Announcements, word => before.Contains(word, StringComparison.OrdinalIgnoreCase));
                yield return new DigitRun(text[start..end], digits.ToString(), groups, announced);
            }
        }
    }

    private bool Pattern() => Digits.Length switch
    {
        7 => Groups is [3, 4] && Text.Contains('-', StringComparison.Ordinal) && !Digits.StartsWith("555", StringComparison.Ordinal),
        9 => Digits[0] is >= '6' and <= '9' && !LooksLikeMoney && Groups is [9] or [3, 3, 3] or [3, 2, 2, 2] or [2, 3, 2, 2] or [3, 6],
        10 => !LooksLikeMoney && Groups is [10] or [3, 3, 4] or [2, 4, 4] or [3, 7] or [2, 8] or [2, 2, 2, 2, 2] or [3, 4, 3],
        11 => Digits[0] == '1' && Groups is [11] or [1, 3, 3, 4] or [1, 3, 7] or [1, 10],
        12 => Digits.StartsWith("52", StringComparison.Ordinal) && !LooksLikeMoney,
        13 => Digits.StartsWith("521", StringComparison.Ordinal) && !LooksLikeMoney,
        _ => false,
    };

    private bool Luhn()
    {
        var sum = 0;
        for (var at = 0; at < Digits.Length; at++)
        {
            var digit = Digits[Digits.Length - 1 - at] - '0';
            digit = at % 2 == 0 ? digit : digit * 2;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }
}
