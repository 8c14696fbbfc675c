using Telenovela.Corpus.Checks;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>
/// Makes lines that say something like a given one: every other word of it is exchanged for one of the same length and about the same frequency, a word
/// that nobody knows for another such one. They are as hard to foresee as the line for whoever has never seen either.
/// </summary>
public sealed class Paraphrases
{
    /// <summary>How far off, in rank by frequency, the other word may be.</summary>
    private const int Near = 40;

    private const string Vowels = "aeiou";

    /// <summary>The common ones.</summary>
    private const string Consonants = "bcdfglmnprst";

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
        if (word.Length == 0)
        {
            return part;
        }

        var other = _places.TryGetValue(word.ToLowerInvariant(), out var place) ? Neighbour(place.Length, place.Rank, random) : Invented(word.ToLowerInvariant(), random);
        return part[..from] + (char.IsUpper(word[0]) ? char.ToUpperInvariant(other[0]) + other[1..] : other) + part[to..];
    }

    private string Neighbour(int length, int rank, Random random)
    {
        var others = _byLength[length];
        return others[random.Next(Math.Max(0, rank - Near), Math.Min(others.Count - 1, rank + Near) + 1)];
    }

    /// <summary>Each letter for another one, a vowel for a vowel.</summary>
    private static string Invented(string word, Random random) => string.Create(word.Length, (word, random), static (letters, state) =>
    {
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = state.word[at];
            letters[at] = Vowels.Contains(letter, StringComparison.Ordinal) ? Vowels[state.random.Next(Vowels.Length)]
                : Consonants.Contains(letter, StringComparison.Ordinal) ? Consonants[state.random.Next(Consonants.Length)] : letter;
        }
    });
}
