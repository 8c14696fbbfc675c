using System.Numerics;
using System.Text;

namespace Telenovela.Engine.Novelty;

/// <summary>The longest span that a text shares with what is indexed.</summary>
/// <param name="Length">Characters, in the folded form: small letters, digits, single spaces for everything between.</param>
/// <param name="Source">Where the span stands; empty where nothing of <see cref="CopyIndex.Shortest"/> characters is shared.</param>
public sealed record CopiedSpan(int Length, string Source);

/// <summary>
/// Finds how much of a text was taken from some sources, case and punctuation aside. As in the match finders of Lempel-Ziv compressors, the
/// places where each run of <see cref="Shortest"/> characters begins are chained behind its hash; each is followed as far as it agrees.
/// Eight to ten bytes a character. Immutable; safe from several threads.
/// </summary>
public sealed class CopyIndex
{
    /// <summary>Spans that are shorter count as none: any two texts share some.</summary>
    public const int Shortest = 12;

    private readonly string _text;
    private readonly int[] _heads;
    private readonly int[] _previous;
    private readonly int _shift;
    private readonly int[] _starts;
    private readonly string[] _names;

    /// <summary>Indexes sources.</summary>
    /// <param name="sources">Names and texts.</param>
    public CopyIndex(IEnumerable<(string Name, string Text)> sources)
    {
        var text = new StringBuilder();
        var starts = new List<int>();
        var names = new List<string>();
        foreach (var (name, source) in sources)
        {
            starts.Add(text.Length);
            names.Add(name);

            // No span crosses from one source to the next.
            text.Append(Fold(source)).Append('\n');
        }

        _text = text.ToString();
        (_starts, _names) = ([.. starts], [.. names]);
        var bits = Math.Max(10, BitOperations.Log2((uint)_text.Length + 1));
        _shift = 64 - bits;
        _heads = new int[1 << bits];
        Array.Fill(_heads, -1);
        _previous = new int[_text.Length];
        for (var at = 0; at + Shortest <= _text.Length; at++)
        {
            ref var head = ref _heads[Hash(_text, at)];
            _previous[at] = head;
            head = at;
        }
    }

    /// <summary>The longest span that a text shares with the sources.</summary>
    /// <param name="text">Any text.</param>
    public CopiedSpan Find(string text)
    {
        var folded = Fold(text);
        var (longest, place) = (0, -1);
        for (var at = 0; at + Shortest <= folded.Length; at++)
        {
            for (var found = _heads[Hash(folded, at)]; found >= 0; found = _previous[found])
            {
                // Whoever doesn't agree where the longest so far ends can't be longer.
                if (longest > 0 && (at + longest >= folded.Length || found + longest >= _text.Length
                    || _text[found + longest] != folded[at + longest]))
                {
                    continue;
                }

                var length = _text.AsSpan(found).CommonPrefixLength(folded.AsSpan(at));
                if (length > longest)
                {
                    (longest, place) = (length, found);
                }
            }
        }

        return longest < Shortest ? new CopiedSpan(0, "") : new CopiedSpan(_text.AsSpan(place, longest).Trim().Length, SourceAt(place));
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                folded.Append(char.ToLowerInvariant(character));
            }
            else if (character != '\'' && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Trim();
    }

    private string SourceAt(int place)
    {
        var at = Array.BinarySearch(_starts, place);
        return _names[at >= 0 ? at : ~at - 1];
    }

    /// <summary>FNV-1a over the run, its upper bits.</summary>
    private int Hash(string text, int at)
    {
        var hash = 14695981039346656037UL;
        for (var end = at + Shortest; at < end; at++)
        {
            hash = unchecked((hash ^ text[at]) * 1099511628211UL);
        }

        return (int)(unchecked(hash * 0x9E3779B97F4A7C15UL) >> _shift);
    }
}
