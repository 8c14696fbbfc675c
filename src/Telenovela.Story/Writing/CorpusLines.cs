using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Engine.Novelty;
using Telenovela.Engine.Sampling;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Story.Writing;

/// <summary>
/// The spoken lines of the corpus that comes with the program: what a text may not repeat word by word, and how people put words together.
/// </summary>
public sealed partial class CorpusLines
{
    /// <summary>A sentence that is said so often is a commonplace.</summary>
    private const int StockTimes = 3;

    private static readonly ConcurrentDictionary<string, Lazy<CorpusLines?>> ByLanguage = new(StringComparer.Ordinal);

    private readonly List<string> _lines;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<int> _counts = [];
    private readonly HashSet<Phrase> _phrases = [];
    private readonly Dictionary<string, int> _sentences = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<ITokenizer, PhraseTable> _phraseTables = [];
    private double _total;

    private CorpusLines(IReadOnlyList<TelenovelaFolder> telenovelas)
    {
        var episodes = telenovelas.SelectMany(telenovela => telenovela.Episodes.Select(
            entry => (Source: $"{telenovela.Title} {entry.File.Id.ToUpperInvariant()}", Text: Spoken(entry.Episode)))).ToList();
        Topics = new SceneTopics(telenovelas);
        Copies = new CopyIndex(episodes);
        _lines = [.. episodes.SelectMany(episode => episode.Text.Split('\n'))];
        foreach (var line in _lines)
        {
            _phrases.UnionWith(PhrasesOf(line, Count));
            foreach (var sentence in SentencesOf(line))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_sentences, sentence, out _)++;
            }
        }
    }

    /// <summary>The folder of the corpus that comes with the program.</summary>
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>Finds what a text has in common with them.</summary>
    public CopyIndex Copies { get; }

    /// <summary>What the scenes are about.</summary>
    public SceneTopics Topics { get; }

    /// <summary>The lines of a language's telenovelas; null where there is no corpus. The first call takes a second.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static CorpusLines? For(string language) =>
        ByLanguage.GetOrAdd(language, static key => new Lazy<CorpusLines?>(() => Load(key))).Value;

    /// <summary>The phrases of the lines, as a model cuts them into tokens.</summary>
    /// <param name="tokenizer">The model's.</param>
    public PhraseTable PhrasesFor(ITokenizer tokenizer) => _phraseTables.GetValue(tokenizer, key => new PhraseTable(key, _lines));

    /// <summary>How many phrases of three words (or marks, or an end of the line) a line has that nobody says.</summary>
    /// <param name="line">A spoken line without its speaker.</param>
    public int CountUnheard(string line) =>
        PhrasesOf(line, word => _words.GetValueOrDefault(word, -1)).Count(phrase => !_phrases.Contains(phrase));

    /// <summary>The share of a line's sentences that are said again and again: "What do you mean?".</summary>
    /// <param name="line">A spoken line without its speaker.</param>
    public double ShareOfStock(string line) =>
        SentencesOf(line).Select(sentence => _sentences.GetValueOrDefault(sentence) >= StockTimes ? 1.0 : 0).DefaultIfEmpty().Average();

    /// <summary>How rare a word is: −log of its share of all spoken words, nats.</summary>
    /// <param name="word">In lower case.</param>
    public double Rarity(string word) => -Math.Log((_words.GetValueOrDefault(word, -1) is >= 0 and var id ? _counts[id] : 0.5) / _total);

    private int Count(string word)
    {
        if (_words.TryAdd(word, _words.Count))
        {
            _counts.Add(0);
        }

        var id = _words[word];
        _counts[id]++;
        _total++;
        return id;
    }

    private static IEnumerable<Phrase> PhrasesOf(string line, Func<string, int> toId)
    {
        int[] ids = [-2, .. Tokens().Matches(line.ToLowerInvariant()).Select(match => toId(match.Value)), -3];
        return ids.Zip(ids.Skip(1), ids.Skip(2)).Select(three => new Phrase(three.First, three.Second, three.Third));
    }

    private static IEnumerable<string> SentencesOf(string line) =>
        line.ToLowerInvariant().Split(['.', '!', '?']).Select(sentence => sentence.Trim(' ', '¡', '¿', ',', '"', '-'))
            .Where(sentence => sentence.Length > 0);

    private static CorpusLines? Load(string language)
    {
        try
        {
            return System.IO.Directory.Exists(Directory)
                ? new CorpusLines([.. CorpusFolder.Load(Directory).Telenovelas.Where(telenovela => telenovela.Language == language)])
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Whoever can't compare may write all the same.
            return null;
        }
    }

    private static string Spoken(Episode episode) =>
        string.Join('\n', episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>().Select(line => line.Text));

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|--|[.,!?¡¿:;]")]
    private static partial Regex Tokens();

    /// <summary>Three words in a row, by number.</summary>
    private readonly record struct Phrase(int First, int Second, int Third);
}
