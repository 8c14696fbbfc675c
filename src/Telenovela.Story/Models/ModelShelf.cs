using System.Diagnostics;
using System.Text;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Sampling;
using Telenovela.Engine.Tokenizers;
using Telenovela.Story.Writing;

namespace Telenovela.Story.Models;

/// <summary>
/// The language models of a folder, or of a generation, and the writer that uses them. Every model says in its metadata which telenovelas it has
/// learned and who speaks in it; a text is begun behind that telenovela's scene header, as the model has seen each of its scenes begin,
/// and nobody speaks in it who belongs to another telenovela.
/// </summary>
public sealed class ModelShelf : IScriptWriter
{
    private readonly Dictionary<string, Entry> _byId;

    private ModelShelf(
        string directory, Dictionary<string, Entry> byId, IReadOnlyDictionary<string, string> refused)
    {
        Directory = directory;
        Refused = refused;
        _byId = byId;
        Telenovelas = [.. _byId.Values.Select(entry => entry.Telenovela).OrderBy(telenovela => telenovela.Title, StringComparer.Ordinal)];
    }

    /// <summary>The models that come with the program.</summary>
    public static string ShippedDirectory { get; } = Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>The folder that was looked in.</summary>
    public string Directory { get; }

    /// <summary>Models that can't be used, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; }

    /// <inheritdoc/>
    public IReadOnlyList<WritableTelenovela> Telenovelas { get; }

    /// <summary>Loads a model folder, or every model folder in a folder. A model that can't be used is left out and noted.</summary>
    /// <param name="directory">The folder; it need not exist.</param>
    /// <param name="generation">Put behind each model's name, so that a text's model can be told from its successors; null for nothing.</param>
    public static ModelShelf Open(string directory, string? generation = null)
    {
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        return Of(directory, Load(directory, [], generation, refused), refused);
    }

    /// <summary>A shelf of a generation's models, which are in memory already, and of the shipped ones besides that have other names.</summary>
    /// <param name="directory">The generation's folder.</param>
    /// <param name="models">Its models; they go before the shipped ones where both know a telenovela.</param>
    /// <param name="generation">Its name.</param>
    /// <param name="shipped">The folder of the shipped models.</param>
    internal static ModelShelf Of(string directory, IReadOnlyList<(string Name, LanguageModel Model)> models, string generation, string shipped)
    {
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var others = Load(shipped, [.. models.Select(model => model.Name)], null, refused);
        return Of(models.Count > 0 ? directory : shipped, [.. models.SelectMany(model => Entries(model.Model, model.Name, generation)), .. others], refused);
    }

    /// <inheritdoc/>
    public WrittenText Write(WritingRequest request, CancellationToken cancellationToken) => Write(request, _ => { }, cancellationToken);

    /// <inheritdoc cref="Write(WritingRequest, CancellationToken)"/>
    /// <param name="request">What is wanted.</param>
    /// <param name="written">Given the text piece by piece while it is written; together they are the text.</param>
    /// <param name="cancellationToken">Asked between characters.</param>
    public WrittenText Write(WritingRequest request, Action<string> written, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var given = 0;
        var (telenovela, learned, model) = Choose(request);

        // A prompt that ends in what the model can't read, an emoji or a Chinese character, would run into the first word.
        var gap = request.Prompt is { } typed && EndsUnread(model, typed) ? " " : "";
        if (gap.Length > 0)
        {
            var read = model.Tokenizer.Fold(request.Prompt!).TrimEnd();
            request = request with
            {
                Prompt = read.Length > 0 ? read + gap : "",
                Length = request.Exact ? Math.Max(0, request.Length - 1) : request.Length,
            };
        }

        var arcs = ArcsOf(telenovela, learned, request);
        var header = TrainingText.Header(telenovela.Title, arcs);
        var corpus = CorpusLines.For(telenovela.Language);
        Give(gap);
        Func<string, bool>? refuses = request.Unwanted is { } unwanted ? text => unwanted.EndsIn(text, telenovela.Language) : null;
        var cast = learned.Speakers.Where(speaker => refuses is null || !EndsOf(speaker).Any(refuses)).ToList();
        string text;
        if (cast.Count > 0 && !request.Exact)
        {
            var topic = corpus?.Topics.Choose(telenovela.Title, arcs, request.Seed) ?? new HashSet<string>();
            var choice = new LineChoice(telenovela.Language, corpus, topic, StrangersTo(telenovela));
            text = new ScriptLines(model, choice, cast, topic, corpus?.PhrasesFor(model.Tokenizer), refuses)
                .Write(header, request, Give, cancellationToken);
        }
        else
        {
            var sampling = new SamplingRequest
            {
                Context = header + "\n",
                Prompt = request.Prompt ?? "",
                Length = request.Length,
                Ending = request.Exact ? TextEnding.Exact : TextEnding.Sentence,
                Settings = request.ToSettings(),
                Seed = request.Seed,
                Banned = TrainingText.Unspeakable,
                Refuses = refuses,
                LineStarts = TrainingText.LineStarts(cast),
                AsideStart = TrainingText.DirectionStart,
            };
            text = TextSampler.Sample(model, sampling, cancellationToken, Give);
        }

        text = gap + text;

        // The text may end before empty lines that were given.
        Give(text[Math.Min(given, text.Length)..]);
        return new WrittenText(text, telenovela, request.Seed, Stopwatch.GetElapsedTime(began))
        {
            Copied = corpus is null
                ? null
                : text.Split('\n').Select(line => corpus.Copies.Find(LineChoice.SpokenPart(line))).MaxBy(copy => copy.Length),
        };

        void Give(string piece)
        {
            given += piece.Length;
            if (piece.Length > 0)
            {
                written(piece);
            }
        }
    }

    private static bool EndsUnread(LanguageModel model, string prompt) =>
        prompt.EnumerateRunes().LastOrDefault() is var last && last != default && !Rune.IsWhiteSpace(last)
        && model.Tokenizer.Fold(last.ToString()).Length == 0;

    /// <summary>A name up to each of its words' ends.</summary>
    private static IEnumerable<string> EndsOf(string name) =>
        Enumerable.Range(1, name.Length).Where(end => end == name.Length || name[end] == ' ').Select(end => name[..end]);

    /// <summary>
    /// Names of the casts of other telenovelas in the same language, as they stand in sentences;
    /// a name that is in this cast, too, is left out.
    /// </summary>
    private HashSet<string> StrangersTo(WritableTelenovela telenovela)
    {
        var own = Names(_byId[telenovela.Id]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _byId.Values.Where(entry => entry.Telenovela.Language == telenovela.Language).SelectMany(Names)
                .Where(name => !own.Contains(name)),
        ];

        static IEnumerable<string> Names(Entry entry) =>
            entry.Learned.Speakers.SelectMany(speaker => speaker.Split(' ')).Where(part => part.Length > 3)
                .Select(part => part[0] + part[1..].ToLowerInvariant());
    }

    /// <summary>
    /// The arc that is asked for; otherwise the seed chooses one, so that texts differ (a seventh of the seed, which itself may have
    /// chosen the telenovela: each of them then comes with each of its arcs). Models whose headers name no arcs get none.
    /// </summary>
    private static IReadOnlyList<string> ArcsOf(WritableTelenovela telenovela, LearnedTelenovela learned, WritingRequest request) =>
        request.Arc is { } arc ? learned.Arcs.Contains(arc) ? [arc] : throw new UnknownArcException(arc, telenovela, learned.Arcs)
        : learned.Arcs.Count == 0 ? []
        : [learned.Arcs[(int)((ulong)request.Seed / 7 % (ulong)learned.Arcs.Count)]];

    private static ModelShelf Of(string directory, IEnumerable<Entry> entries, IReadOnlyDictionary<string, string> refused)
    {
        var byId = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            byId.TryAdd(entry.Telenovela.Id, entry);
        }

        return new ModelShelf(directory, byId, refused);
    }

    /// <summary>What the models of a folder can write, but for those with a name that is taken.</summary>
    private static List<Entry> Load(
        string directory, IReadOnlyList<string> taken, string? generation, SortedDictionary<string, string> refused)
    {
        var entries = new List<Entry>();
        foreach (var folder in ModelFolders(directory, refused).Where(folder => !taken.Contains(NameOf(folder))))
        {
            try
            {
                entries.AddRange(Entries(LanguageModel.Load(folder), NameOf(folder), generation).ToList());
            }
            catch (Exception unusable) when (unusable is CheckpointException or IOException or UnauthorizedAccessException)
            {
                refused[NameOf(folder)] = unusable.Message;
            }
        }

        return entries;
    }

    private static IEnumerable<Entry> Entries(LanguageModel model, string name, string? generation) =>
        LearnedBy(model, name, generation is null ? name : $"{name}@{generation}")
            .Select(known => new Entry(known.Telenovela, known.Learned, model));

    private static IReadOnlyList<string> ModelFolders(string directory, SortedDictionary<string, string> refused)
    {
        try
        {
            return IsModel(directory) ? [directory]
                : System.IO.Directory.Exists(directory) ? [.. System.IO.Directory.EnumerateDirectories(directory).Where(IsModel).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            refused[NameOf(directory)] = unreadable.Message;
            return [];
        }
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static bool IsModel(string directory) => File.Exists(Path.Combine(directory, "model.json"));

    /// <summary>A model trained on a bare text names no telenovela: it is one by itself, named after its folder.</summary>
    private static IEnumerable<(WritableTelenovela Telenovela, LearnedTelenovela Learned)> LearnedBy(
        LanguageModel model, string name, string label)
    {
        var learned = LearnedTelenovelas.Read(model.Metadata);
        return learned.Count > 0
            ? learned.Select(telenovela =>
                (new WritableTelenovela(telenovela.Id, telenovela.Title, telenovela.Language, label) { Cast = telenovela.Speakers },
                    telenovela))
            : [(new WritableTelenovela(name, name, "en", label), new LearnedTelenovela(name, name, "en"))];
    }

    private Entry Choose(WritingRequest request)
    {
        if (Telenovelas.Count == 0)
        {
            throw new NoModelException(Refused.Count == 0
                ? $"There is no language model in “{Directory}”. Train one with `telenovela train`, or name another folder with --model."
                : $"No language model in “{Directory}” can be used. {string.Join(" ", Refused.Select(model => $"{model.Key}: {model.Value}"))}");
        }

        if (request.Telenovela is { } asked)
        {
            return _byId.TryGetValue(asked, out var exact)
                ? exact
                : _byId.Values.FirstOrDefault(
                    entry => entry.Telenovela.Title.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { } titled
                    ? titled
                    : throw new UnknownTelenovelaException(asked, Telenovelas);
        }

        var candidates = Fitting(request);
        return candidates[(int)((ulong)request.Seed % (ulong)candidates.Count)];
    }

    /// <summary>
    /// Where no telenovela is asked for: those whose cast the prompt names, then those of the language that knows most of the prompt's
    /// words, then those of the language that is asked for, then all.
    /// </summary>
    private List<Entry> Fitting(WritingRequest request)
    {
        List<Entry> all = [.. Telenovelas.Select(telenovela => _byId[telenovela.Id])];
        var prompt = request.Prompt ?? "";
        var speakers = prompt.Split('\n').Select(line => line.Split(':')[0].Trim()).Where(name => name.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        var named = prompt.Contains(':', StringComparison.Ordinal)
            ? all.FindAll(entry => entry.Learned.Speakers.Any(speakers.Contains))
            : [];
        if (named.Count > 0)
        {
            return named;
        }

        var language = LanguageOf(prompt, all) ?? request.Language;
        var inLanguage = all.FindAll(entry => entry.Telenovela.Language == language);
        return inLanguage.Count > 0 ? inLanguage : all;
    }

    /// <summary>The language whose models know most of the words; null where none knows more than the others.</summary>
    private static string? LanguageOf(string prompt, IEnumerable<Entry> entries)
    {
        var words = prompt.Split([' ', '\n', '.', ',', ';', ':', '!', '?', '¡', '¿', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
        var known = entries.Where(entry => entry.Model.Lexicon is not null).GroupBy(entry => entry.Telenovela.Language)
            .Select(language => (Language: language.Key, Words: language.Max(entry => words.Count(entry.Model.Lexicon!.Contains))))
            .OrderByDescending(language => language.Words).ToList();
        return known.Count > 1 && known[0].Words > known[1].Words ? known[0].Language : null;
    }

    private sealed record Entry(WritableTelenovela Telenovela, LearnedTelenovela Learned, LanguageModel Model);
}
