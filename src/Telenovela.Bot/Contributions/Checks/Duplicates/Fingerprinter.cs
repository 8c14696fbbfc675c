using System.Security.Cryptography;
using System.Text;

namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>Computes fingerprints. The same text always has the same fingerprint, on every machine.</summary>
public static class Fingerprinter
{
    /// <summary>The fingerprint of a text.</summary>
    /// <param name="text">The words of a line as they were typed; cues in parentheses count as words.</param>
    /// <returns>Hash and bands of the text's normal form. A text without letters and digits has no bands, and its hash is taken from its own signs.</returns>
    public static ContributionFingerprint Of(string text)
    {
        var normal = NormalForm.Of(text);
        return new ContributionFingerprint(Hash(normal.Length > 0 ? normal : text), MinHash.BandsOf(MinHash.Shingles(normal)));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
