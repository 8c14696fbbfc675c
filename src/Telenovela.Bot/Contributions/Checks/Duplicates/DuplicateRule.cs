namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>Says which of the candidates is nearly the same text. Bands only propose; the shingles themselves decide.</summary>
public static class DuplicateRule
{
    /// <summary>The Jaccard similarity of shingles from which two texts count as nearly the same.</summary>
    /// <value>0.55, chosen by measurement (docs/contribution-checks.md).</value>
    public const double NearlySame = 0.55;

    /// <summary>The most alike candidate.</summary>
    /// <param name="text">The text asked about.</param>
    /// <param name="candidates">What a lookup proposed.</param>
    /// <returns>The match, or null where none is alike enough.</returns>
    public static DuplicateMatch? Nearest(string text, IEnumerable<DuplicateCandidate> candidates)
    {
        var normal = NormalForm.Of(text);
        var shingles = MinHash.Shingles(normal);
        DuplicateMatch? nearest = null;
        foreach (var candidate in candidates)
        {
            var other = NormalForm.Of(candidate.Text);
            var similarity = string.Equals(normal, other, StringComparison.Ordinal) ? Same(text, normal, candidate.Text) : Math.Min(0.999, MinHash.Similarity(shingles, MinHash.Shingles(other)));
            if (similarity >= NearlySame && similarity > (nearest?.Similarity ?? 0))
            {
                nearest = new DuplicateMatch(candidate.Text, candidate.Origin, similarity);
                if (nearest.IsExact)
                {
                    break;
                }
            }
        }

        return nearest;
    }

    /// <summary>Texts without letters (<c>…!</c>) all have the empty normal form, and are the same only where their signs are.</summary>
    private static double Same(string text, string normal, string other) =>
        normal.Length > 0 || string.Equals(text, other, StringComparison.Ordinal) ? 1 : 0;
}
