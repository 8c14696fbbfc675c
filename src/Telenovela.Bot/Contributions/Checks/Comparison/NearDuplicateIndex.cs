using System.Runtime.InteropServices;
using Telenovela.Bot.Contributions.Checks.Duplicates;

namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>Finds the line of the corpus that is most like another. Built once, then safe for any number of readers.</summary>
public sealed class NearDuplicateIndex
{
    private const int LongestBucket = 500;
    private const int MostCompared = 32;

    private readonly IReadOnlyList<CorpusWords> _lines;
    private readonly HashTable _bands;

    /// <summary>Builds the index.</summary>
    /// <param name="lines">The lines.</param>
    public NearDuplicateIndex(IEnumerable<CorpusWords> lines)
    {
        _lines = [.. lines];
        _bands = new HashTable(_lines.SelectMany((line, at) => Fingerprinter.Of(line.Text).Bands.Select(band => (band, at))));
    }

    /// <summary>The most alike line.</summary>
    /// <param name="text">Words of a line.</param>
    /// <param name="fingerprint">Their fingerprint.</param>
    /// <returns>The line and its <see cref="Likeness"/>; null where none is related.</returns>
    public (CorpusWords Line, double Likeness)? Nearest(string text, ContributionFingerprint fingerprint)
    {
        var shared = new Dictionary<int, int>();
        foreach (var band in fingerprint.Bands)
        {
            foreach (var line in _bands[band, LongestBucket])
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shared, line, out _)++;
            }
        }

        (CorpusWords Line, double Likeness)? nearest = null;
        foreach (var (at, _) in shared.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(MostCompared))
        {
            var likeness = Duplicates.Likeness.Of(text, _lines[at].Text);
            if (likeness >= Duplicates.Likeness.Related && likeness > (nearest?.Likeness ?? 0))
            {
                nearest = (_lines[at], likeness);
            }
        }

        return nearest;
    }
}
