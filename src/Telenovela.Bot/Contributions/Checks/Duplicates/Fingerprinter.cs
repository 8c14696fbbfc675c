using System.Security.Cryptography;
using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>Computes fingerprints. The same words always have the same fingerprint, on every machine.</summary>
public static class Fingerprinter
{
    /// <summary>The fingerprint of a line. Whoever changes a line's text has to compute it anew.</summary>
    /// <param name="text">The words of a line with their cues in parentheses; the cues make no difference.</param>
    /// <returns>Hash and bands of the words' normal form. Without letters and digits there are no bands, and the hash is taken from the signs.</returns>
    public static ContributionFingerprint Of(string text)
    {
        var normal = Normal(text);
        return new ContributionFingerprint(Hash(normal.Length > 0 ? normal : text), MinHash.BandsOf(MinHash.Shingles(normal)));
    }

    /// <summary>What is compared: the normal form of the words without cues, or with them where there are no others.</summary>
    /// <param name="text">The words of a line with their cues in parentheses.</param>
    internal static string Normal(string text)
    {
        var words = text.Contains('(', StringComparison.Ordinal) ? NormalForm.Of(SpokenText.Split(text).Text) : "";
        return words.Length > 0 ? words : NormalForm.Of(text);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
