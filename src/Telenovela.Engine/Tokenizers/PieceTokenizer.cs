using System.Collections.Concurrent;

namespace Telenovela.Engine.Tokenizers;

/// <summary>
/// What <see cref="WordTokenizer"/> and <see cref="SubwordTokenizer"/> share: tokens of several characters that don't cross the bounds of
/// <see cref="TextPieces"/>, single characters for all that has no token of its own, and a token for each known speaker.
/// </summary>
public abstract class PieceTokenizer : ITokenizer
{
    /// <summary>Pieces whose ids are remembered; beyond that, rare ones are worked out anew.</summary>
    private const int MostRemembered = 1 << 17;

    private readonly string[] _tokens;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _speakers;
    private readonly ConcurrentDictionary<string, int[]> _remembered = new(StringComparer.Ordinal);

    private protected PieceTokenizer(IReadOnlyList<string> vocabulary)
    {
        _tokens = ["", .. vocabulary];
        Ids = new Dictionary<string, int>(vocabulary.Count, StringComparer.Ordinal);
        var speakers = new HashSet<string>(StringComparer.Ordinal);
        for (var id = 1; id < _tokens.Length; id++)
        {
            if (string.IsNullOrEmpty(_tokens[id]) || !Ids.TryAdd(_tokens[id], id))
            {
                throw new ArgumentException($"Entry {id} of the vocabulary is empty, or stands there twice.", nameof(vocabulary));
            }

            if (IsSpeaker(_tokens[id]))
            {
                speakers.Add(_tokens[id]);
            }
        }

        _speakers = speakers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public int Count => _tokens.Length;

    /// <inheritdoc/>
    public IReadOnlyList<string> Vocabulary => _tokens[1..];

    private protected Dictionary<string, int> Ids { get; }

    /// <inheritdoc/>
    public int[] Encode(string text)
    {
        var ids = new List<int>((text.Length / 3) + 4);
        TextPieces.Split(text, _speakers, (start, length, isSpeaker) =>
        {
            if (isSpeaker)
            {
                ids.Add(Ids[text.Substring(start, length)]);
            }
            else
            {
                ids.AddRange(IdsOf(text.AsSpan(start, length)));
            }
        });
        return [.. ids];
    }

    /// <inheritdoc/>
    public string Decode(int id) => _tokens[id];

    /// <inheritdoc/>
    public abstract ITokenizer Extend(IReadOnlyList<string> characters);

    /// <summary>Every character of a text, in code-point order, then the speakers: what each vocabulary begins with.</summary>
    private protected static List<string> Beginning(string text, IEnumerable<string> speakers) =>
    [
        .. text.EnumerateRunes().Distinct().Order().Select(rune => rune.ToString()),
        .. speakers.Select(speaker => speaker + ":").Where(IsSpeaker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>How often each piece occurs, speakers left out.</summary>
    private protected static Dictionary<string, int> CountPieces(string text, IReadOnlyList<string> beginning)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var speakers = beginning.Where(IsSpeaker).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        TextPieces.Split(text, speakers, (start, length, isSpeaker) =>
        {
            if (!isSpeaker)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lookup, text.AsSpan(start, length), out _)++;
            }
        });
        return counts;
    }

    /// <summary>The ids of a piece that has no token of its own, given those of its characters.</summary>
    private protected abstract int[] Combine(List<int> characters);

    /// <summary>No other token has both letters and a colon: punctuation is a piece by itself.</summary>
    private static bool IsSpeaker(string token) => token.Length > 2 && token[^1] == ':' && char.IsLetter(token[0]);

    private int[] IdsOf(ReadOnlySpan<char> piece)
    {
        if (_remembered.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(piece, out var known))
        {
            return known;
        }

        var text = piece.ToString();
        var ids = Ids.TryGetValue(text, out var whole)
            ? [whole]
            : Combine([.. text.EnumerateRunes().Select(rune => Ids.GetValueOrDefault(rune.ToString(), ITokenizer.UnknownId))]);
        if (_remembered.Count < MostRemembered)
        {
            _remembered.TryAdd(text, ids);
        }

        return ids;
    }
}
