using Telenovela.Bot.Contributions.Checks.Duplicates;

namespace Telenovela.Bot.Contributions.Checks.Flooding;

/// <summary>Whether a line has what no hand writes as a word: neighbours on the keyboard in a row, no vowels, no end, or a machine's key.</summary>
public sealed class KeyboardMashRule : LineRule
{
    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");
    private const int MostNeighbours = 4;
    private const int MostConsonants = 6;
    private const int LongestWord = 34;
    private const int LongKey = 24;
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"];

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line)
    {
        foreach (var token in line.Text.Split([' ', '…', '—', '–', '/', ',', ';', ':', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsKey(token) || token.Split('-').Any(part => IsMash(NormalForm.Of(part))))
            {
                yield return RuleFinding.Refuse(IssueCode.KeyboardMash, line.Number, token);
                yield break;
            }
        }
    }

    private static bool IsMash(string word)
    {
        // Drawn-out sounds are no mash: Shhhhh, Brrrrrrr, Aaaaah.
        var squeezed = new string([.. word.Where((letter, at) => at == 0 || letter != word[at - 1])]);
        return squeezed.Length > LongestWord || HasNeighbours(squeezed) || HasConsonants(squeezed) || IsStutter(squeezed);
    }

    private static bool HasNeighbours(string word)
    {
        var (forward, backward) = (1, 1);
        for (var at = 1; at < word.Length; at++)
        {
            forward = AreNeighbours(word[at - 1], word[at]) ? forward + 1 : 1;
            backward = AreNeighbours(word[at], word[at - 1]) ? backward + 1 : 1;
            if (Math.Max(forward, backward) > MostNeighbours && !char.IsAsciiDigit(word[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreNeighbours(char left, char right) =>
        Array.Exists(Rows, row => row.IndexOf(left, StringComparison.Ordinal) is var at and >= 0 && at + 1 < row.Length && row[at + 1] == right);

    private static bool HasConsonants(string word)
    {
        var run = 0;
        foreach (var letter in word)
        {
            run = char.IsAsciiLetter(letter) && !Vowels.Contains(letter) ? run + 1 : 0;
            if (run > MostConsonants)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“jajajaja” is laughter, “dfdfdfdf” and “asdasdasd” are not.</summary>
    private static bool IsStutter(string word)
    {
        for (var circle = 2; circle <= 4 && word.Length >= 9; circle++)
        {
            if (Enumerable.Range(circle, word.Length - circle).All(at => word[at] == word[at - circle]) &&
                (circle > 2 || !word.AsSpan(0, 2).ContainsAny(Vowels)) && !word.StartsWith("ja", StringComparison.Ordinal) && !word.StartsWith("ha", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKey(string token) => token.Length >= LongKey && token.Any(char.IsAsciiDigit) && token.Any(char.IsAsciiLetterUpper) && token.Any(char.IsAsciiLetterLower);
}
