using System.Numerics;

namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>
/// Locality-sensitive hashing of short texts: a MinHash signature over character shingles (Broder, "On the resemblance and containment
/// of documents", 1997), cut into bands (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", section 3.4). Two texts whose
/// shingle sets have the Jaccard similarity s share at least one band with probability 1 − (1 − s^rows)^bands.
/// The constants are part of stored fingerprints: change one, and all have to be computed anew.
/// </summary>
public static class MinHash
{
    /// <summary>Characters in a shingle. Four fit into 64 bits as they are.</summary>
    public const int ShingleLength = 4;

    /// <summary>How many bands a signature is cut into.</summary>
    public const int Bands = 20;

    /// <summary>How many minima make one band.</summary>
    public const int Rows = 3;

    private static readonly ulong[] Seeds = [.. Enumerable.Range(1, Bands * Rows).Select(index => Mix((ulong)index * 0x9E3779B97F4A7C15UL))];

    /// <summary>The shingles of a text in normal form, with a space before and behind it so that its ends count.</summary>
    /// <param name="normal">What <see cref="NormalForm.Of(string)"/> gave.</param>
    /// <returns>Each shingle once, as its UTF-16 units; empty for an empty text.</returns>
    public static HashSet<ulong> Shingles(string normal)
    {
        var shingles = new HashSet<ulong>(normal.Length);
        if (normal.Length == 0)
        {
            return shingles;
        }

        ulong window = ' ';
        for (var at = 0; at <= normal.Length; at++)
        {
            window = (window << 16) | (at < normal.Length ? normal[at] : ' ');

            // A text shorter than a shingle is one shingle.
            if (at >= ShingleLength - 2 || at == normal.Length)
            {
                shingles.Add(window);
            }
        }

        return shingles;
    }

    /// <summary>The bands of a set of shingles.</summary>
    /// <param name="shingles">What <see cref="Shingles"/> gave.</param>
    /// <returns><see cref="Bands"/> hashes, each of which knows which band it is; none for no shingles.</returns>
    public static long[] BandsOf(IReadOnlyCollection<ulong> shingles)
    {
        if (shingles.Count == 0)
        {
            return [];
        }

        Span<ulong> minima = stackalloc ulong[Bands * Rows];
        minima.Fill(ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            var hash = Mix(shingle);
            for (var row = 0; row < minima.Length; row++)
            {
                // One good hash, then a cheap one per row: multiplication by an odd number and a rotation.
                var value = BitOperations.RotateLeft((hash ^ Seeds[row]) * (Seeds[row] | 1), 29) * 0xD6E8FEB86659FD93UL;
                minima[row] = Math.Min(minima[row], value);
            }
        }

        var bands = new long[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var hash = (ulong)band + 1;
            for (var row = 0; row < Rows; row++)
            {
                hash = Mix(hash ^ minima[(band * Rows) + row]);
            }

            bands[band] = (long)hash;
        }

        return bands;
    }

    /// <summary>Jaccard similarity of two sets of shingles: what they share, of all that either has.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    /// <returns>0 to 1; 0 for two empty sets.</returns>
    public static double Similarity(HashSet<ulong> left, HashSet<ulong> right)
    {
        var (small, large) = left.Count <= right.Count ? (left, right) : (right, left);
        var shared = small.Count(large.Contains);
        var all = left.Count + right.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
