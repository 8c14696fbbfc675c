namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>Says how alike two lines are. Bands only propose; the shingles themselves decide.</summary>
public static class Likeness
{
    /// <summary>From here on lines are nearly the same: one has to be changed.</summary>
    /// <value>0.75, chosen by measurement (docs/contribution-checks.md).</value>
    public const double Near = 0.75;

    /// <summary>From here on a moderator should compare them.</summary>
    /// <value>0.55.</value>
    public const double Related = 0.55;

    /// <summary>Fewer words than this are the same by chance too often: <c>What do you want?</c></summary>
    public const int FewestWords = 5;

    /// <summary>How alike two lines are.</summary>
    /// <param name="one">Words of a line, cues included.</param>
    /// <param name="other">Words of another.</param>
    /// <returns>1 for the same normal form, otherwise the Jaccard similarity of their shingles, below 1.</returns>
    public static double Of(string one, string other)
    {
        var (left, right) = (Fingerprinter.Normal(one), Fingerprinter.Normal(other));
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            // Lines of signs alone (“…!”) all have the empty normal form.
            return left.Length > 0 || string.Equals(one, other, StringComparison.Ordinal) ? 1 : 0;
        }

        return Math.Min(0.999, MinHash.Similarity(MinHash.Shingles(left), MinHash.Shingles(right)));
    }

    /// <summary>How many words count.</summary>
    /// <param name="text">Words of a line, cues included.</param>
    public static int WordsOf(string text) => Fingerprinter.Normal(text) is { Length: > 0 } normal ? normal.Count(letter => letter == ' ') + 1 : 0;
}
