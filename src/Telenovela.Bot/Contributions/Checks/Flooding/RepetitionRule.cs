namespace Telenovela.Bot.Contributions.Checks.Flooding;

/// <summary>
/// Whether a line repeats itself more than drama needs: a letter drawn out, a word said again and again, few different words in many,
/// or few different letters (Shannon's entropy, “A mathematical theory of communication”, 1948, section 6).
/// </summary>
public sealed class RepetitionRule : LineRule
{
    private const int MostSameLetters = 20;
    private const int MostSameWords = 8;
    private const int FewestOfOneLetter = 4;
    private const int ManyWords = 24;
    private const double FewestDifferentWords = 0.25;
    private const int ManyLetters = 40;
    private const double LeastBitsPerLetter = 2.3;

    /// <inheritdoc/>
    protected override IEnumerable<RuleFinding> Check(ContributionDraft draft, DraftLine line)
    {
        if ((DrawnOut(line.Text) ?? SaidAgain(line.Text) ?? Monotonous(line.Text)) is { } repeated)
        {
            yield return RuleFinding.Refuse(IssueCode.Repetition, line.Number, repeated);
        }
        else if (IsOneLetter(line.Text))
        {
            // A scream may be meant.
            yield return RuleFinding.Hint(IssueCode.OneLetter, line.Number, line.Text);
        }
    }

    private static bool IsOneLetter(string text)
    {
        var letters = text.Where(char.IsLetter).Select(char.ToLowerInvariant).ToList();
        return letters.Count >= FewestOfOneLetter && letters.TrueForAll(letter => letter == letters[0]);
    }

    private static string? DrawnOut(string text)
    {
        var run = 1;
        for (var at = 1; at < text.Length; at++)
        {
            run = char.ToLowerInvariant(text[at]) == char.ToLowerInvariant(text[at - 1]) && !char.IsLowSurrogate(text[at]) ? run + 1 : 1;
            if (run > MostSameLetters)
            {
                return new string(text[at], 5) + "…";
            }
        }

        return null;
    }

    private static string? SaidAgain(string text)
    {
        var words = Duplicates.NormalForm.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // One to three words in a circle: “no no no”, “go away go away”.
        for (var circle = 1; circle <= 3; circle++)
        {
            var run = 0;
            for (var at = circle; at < words.Length; at++)
            {
                run = words[at] == words[at - circle] ? run + 1 : 0;
                if (run + circle > MostSameWords * circle)
                {
                    return string.Join(' ', words[(at - circle + 1)..(at + 1)]);
                }
            }
        }

        var most = words.Length < ManyWords ? null : words.GroupBy(word => word).MaxBy(group => group.Count());
        return most is not null && words.Distinct().Count() < words.Length * FewestDifferentWords ? most.Key : null;
    }

    private static string? Monotonous(string text)
    {
        var letters = text.Where(char.IsLetter).Select(char.ToLowerInvariant).ToList();
        if (letters.Count < ManyLetters)
        {
            return null;
        }

        var shares = letters.GroupBy(letter => letter).Select(group => (double)group.Count() / letters.Count);
        return shares.Sum(share => -share * Math.Log2(share)) < LeastBitsPerLetter ? text[..Math.Min(20, text.Length)] : null;
    }
}
