using Telenovela.Bot.Contributions.Checks.Duplicates;

namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>
/// Finds the longest run of characters that a text shares with the corpus, both in normal form. Every <see cref="Step"/>-th window of
/// <see cref="Window"/> characters of the corpus is kept by its hash. A shared run of <see cref="Shortest"/> characters or more holds at
/// least one kept window whole, so looking up each window of the text and growing each hit both ways misses none.
/// </summary>
public sealed class CorpusOverlapIndex
{
    /// <summary>The shortest run that is reported, in characters of normal form.</summary>
    /// <value>40: about eight words. Chosen by measurement (docs/contribution-checks.md).</value>
    public const int Shortest = 40;

    private const int Step = 8;
    private const int Window = Shortest - Step + 1;
    private const int MostHits = 16;
    private const ulong Base = 0x9E3779B97F4A7C15UL;

    /// <summary>Stands between texts, and in no normal form.</summary>
    private const char Border = '\n';

    private readonly string _corpus;
    private readonly HashTable _windows;
    private readonly List<(int Start, string Source)> _sources = [];

    /// <summary>Builds the index.</summary>
    /// <param name="lines">The lines. A run never reaches from one line into the next.</param>
    public CorpusOverlapIndex(IEnumerable<CorpusWords> lines)
    {
        var corpus = new System.Text.StringBuilder();
        foreach (var (source, text) in lines)
        {
            if (_sources.Count == 0 || !string.Equals(_sources[^1].Source, source, StringComparison.Ordinal))
            {
                _sources.Add((corpus.Length, source));
            }

            corpus.Append(NormalForm.Of(text)).Append(Border);
        }

        _corpus = corpus.ToString();
        _windows = new HashTable(Windows(_corpus));
    }

    /// <summary>The longest shared run.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The run, or null where none has <see cref="Shortest"/> characters.</returns>
    public CorpusOverlap? Longest(string text)
    {
        var normal = NormalForm.Of(text, out var offsets);
        var (start, length, place) = (0, 0, 0);
        if (normal.Length < Shortest)
        {
            return null;
        }

        ulong power = 1;
        for (var i = 1; i < Window; i++)
        {
            power *= Base;
        }

        var hash = Hash(normal.AsSpan(0, Window));
        for (var at = 0; ; at++)
        {
            foreach (var hit in _windows[(long)hash, MostHits])
            {
                var (from, run) = Grow(normal, at, hit);
                if (run > length)
                {
                    (start, length, place) = (from, run, hit);
                }
            }

            if (at + Window >= normal.Length)
            {
                break;
            }

            hash = ((hash - (normal[at] * power)) * Base) + normal[at + Window];
        }

        if (length < Shortest)
        {
            return null;
        }

        var last = offsets[start + length - 1];
        var end = last + (char.IsHighSurrogate(text[last]) ? 2 : 1);
        return new CorpusOverlap(text[offsets[start]..end].Trim(), length, SourceAt(place));
    }

    private static IEnumerable<(long Hash, int Place)> Windows(string corpus)
    {
        for (var at = 0; at + Window <= corpus.Length; at += Step)
        {
            var window = corpus.AsSpan(at, Window);
            if (!window.Contains(Border))
            {
                yield return ((long)Hash(window), at);
            }
        }
    }

    private static ulong Hash(ReadOnlySpan<char> window)
    {
        ulong hash = 0;
        foreach (var letter in window)
        {
            hash = (hash * Base) + letter;
        }

        return hash;
    }

    private (int Start, int Length) Grow(string text, int at, int hit)
    {
        var before = 0;
        while (at - before > 0 && hit - before > 0 && text[at - before - 1] == _corpus[hit - before - 1])
        {
            before++;
        }

        var after = text.AsSpan(at).CommonPrefixLength(_corpus.AsSpan(hit));
        return after < Window ? (at, 0) : (at - before, before + after);
    }

    private string SourceAt(int place)
    {
        var source = _sources.FindLastIndex(entry => entry.Start <= place);
        return _sources[source].Source;
    }
}
