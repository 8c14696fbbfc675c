namespace Telenovela.Engine.Tokenizers;

/// <summary>
/// Learns which neighbours to merge. Pairs wait in a queue by how often they occur; after a merge only the words that hold it are
/// counted anew, and a pair whose count has changed since it was queued is queued again when its turn comes.
/// </summary>
internal sealed class BytePairMerges
{
    /// <summary>A pair that occurs less often is no word part but chance.</summary>
    private const int FewestTimes = 3;

    private readonly List<(List<string> Symbols, int Times)> _words;
    private readonly Dictionary<(string Left, string Right), int> _times = [];
    private readonly Dictionary<(string Left, string Right), HashSet<int>> _where = [];
    private readonly PriorityQueue<(string Left, string Right), (int Times, string Left, string Right)> _queue;

    public BytePairMerges(IReadOnlyDictionary<string, int> pieces)
    {
        // The same text always gives the same merges: a tie goes to the pair that is first in ordinal order.
        _queue = new(Comparer<(int Times, string Left, string Right)>.Create((a, b) =>
            a.Times != b.Times ? b.Times.CompareTo(a.Times)
            : string.CompareOrdinal(a.Left, b.Left) is not 0 and var left ? left
            : string.CompareOrdinal(a.Right, b.Right)));
        _words =
        [
            .. pieces.Where(piece => piece.Key.Length > 1)
                .Select(piece => (piece.Key.EnumerateRunes().Select(rune => rune.ToString()).ToList(), piece.Value)),
        ];
        for (var word = 0; word < _words.Count; word++)
        {
            Count(word, 1);
        }

        foreach (var (pair, times) in _times)
        {
            _queue.Enqueue(pair, (times, pair.Left, pair.Right));
        }
    }

    /// <summary>The merged tokens, <paramref name="most"/> at most, in the order in which they are merged.</summary>
    public List<string> Learn(int most)
    {
        var merged = new List<string>();
        while (merged.Count < most && _queue.TryDequeue(out var pair, out var priority))
        {
            var times = _times.GetValueOrDefault(pair);
            if (times < FewestTimes)
            {
                continue;
            }

            if (times != priority.Times)
            {
                _queue.Enqueue(pair, (times, pair.Left, pair.Right));
                continue;
            }

            merged.Add(pair.Left + pair.Right);
            foreach (var word in _where[pair].ToList())
            {
                Count(word, -1);
                Merge(_words[word].Symbols, pair);
                Count(word, 1, pair.Left + pair.Right);
            }
        }

        return [.. merged.Distinct()];
    }

    private static void Merge(List<string> symbols, (string Left, string Right) pair)
    {
        for (var at = 0; at + 1 < symbols.Count; at++)
        {
            if (symbols[at] == pair.Left && symbols[at + 1] == pair.Right)
            {
                symbols[at] += symbols[at + 1];
                symbols.RemoveAt(at + 1);
            }
        }
    }

    /// <summary>Adds a word's pairs, or takes them away; pairs with a new token are queued.</summary>
    private void Count(int word, int sign, string? news = null)
    {
        var (symbols, times) = _words[word];
        for (var at = 0; at + 1 < symbols.Count; at++)
        {
            var pair = (symbols[at], symbols[at + 1]);
            var now = _times[pair] = _times.GetValueOrDefault(pair) + (sign * times);
            if (sign > 0)
            {
                (_where.TryGetValue(pair, out var words) ? words : _where[pair] = []).Add(word);
                if (news is not null && (pair.Item1 == news || pair.Item2 == news))
                {
                    _queue.Enqueue(pair, (now, pair.Item1, pair.Item2));
                }
            }
            else if (_where.TryGetValue(pair, out var words))
            {
                words.Remove(word);
            }
        }
    }
}
