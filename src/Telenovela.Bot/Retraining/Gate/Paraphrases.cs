using Telenovela.Corpus.Checks;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>
/// Makes lines that say something like a given one: every other word of it is exchanged for one of about the same length and frequency. They are
/// as hard to foresee as the line for whoever has never seen either.
/// </summary>
public sealed class Paraphrases
{
    /// <summary>How far off, in rank by frequency, the other word may be.</summary>
    private const int Near = 40;

    private readonly Dictionary<int, List<string>> _byLength;
    private readonly Dictionary<string, (int Length, int Rank)> _places = [];

    /// <summary>Learns words.</summary>
    /// <param name="text">A text of the language.</param>
    public Paraphrases(string text)
    {
        _byLength = Words.Of(text).Where(word => word.All(char.IsLetter)).CountBy(word => word).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
            .GroupBy(word => word.Key.Length).ToDictionary(group => group.Key, group => group.Select(word => word.Key).ToList());
        foreach (var (length, words) in _byLength)
        {
            foreach (var (rank, word) in words.Index())
            {
                _places[word] = (length, rank);
            }
        }
    }

    /// <summary>Makes some.</summary>
    /// <param name="line">The line.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed makes the same.</param>
    public IEnumerable<string> Of(string line, int count, int seed) => Enumerable.Range(0, count).Select(number =>
    {
        var random = new Random(HashCode.Combine(seed, number));
        var parts = line.Split(' ');
        for (var at = number % 2; at < parts.Length; at += 2)
        {
            parts[at] = Exchange(parts[at], random);
        }

        return string.Join(' ', parts);
    });

    private string Exchange(string part, Random random)
    {
        var from = 0;
        while (from < part.Length && !char.IsLetter(part[from]))
        {
            from++;
        }

        var to = from;
        while (to < part.Length && char.IsLetter(part[to]))
        {
            to++;
        }

        var word = part[from..to];
        var length = word.Length;
        if (length == 0 || !_byLength.TryGetValue(length, out var others) || others.Count < 2)
        {
            return part;
        }

        // A word that nobody knows is exchanged for a rare one.
        var rank = _places.TryGetValue(word.ToLowerInvariant(), out var place) ? place.Rank : others.Count - 1;
        var (first, last) = (Math.Max(0, rank - Near), Math.Min(others.Count - 1, rank + Near));
        var other = others[random.Next(first, last + 1)];
        return part[..from] + (char.IsUpper(word[0]) ? char.ToUpperInvariant(other[0]) + other[1..] : other) + part[to..];
    }
}
