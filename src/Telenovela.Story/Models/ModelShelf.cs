using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Sampling;
using Telenovela.Story.Writing;

namespace Telenovela.Story.Models;

/// <summary>
/// The language models of a folder, or of a generation, and the writer that uses them. Every model says in its metadata which telenovelas it has
/// learned and who speaks in it; a text is begun behind that telenovela's scene header, as the model has seen each of its scenes begin,
/// and nobody speaks in it who belongs to another telenovela.
/// </summary>
public sealed class ModelShelf : IScriptWriter
{
    private readonly Dictionary<string, (WritableTelenovela Telenovela, LanguageModel Model, IReadOnlyList<string> LineStarts)> _byId;

    private ModelShelf(
        string directory, Dictionary<string, (WritableTelenovela, LanguageModel, IReadOnlyList<string>)> byId, IReadOnlyDictionary<string, string> refused)
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
    public WrittenText Write(WritingRequest request, CancellationToken cancellationToken)
    {
        var (telenovela, model, lineStarts) = Choose(request);
        var sampled = TextSampler.Sample(
            model,
            new SamplingRequest
            {
                Context = TrainingText.Header(telenovela.Title) + "\n",
                Prompt = request.Prompt ?? "",
                Length = request.Length,
                Temperature = request.Temperature,
                MinP = request.MinP,
                Seed = request.Seed,
                Banned = TrainingText.HeaderMark,
                LineStarts = lineStarts,
            },
            cancellationToken);
        return new WrittenText(sampled.Text, telenovela, request.Seed, sampled.Elapsed);
    }

    private static ModelShelf Of(string directory, IEnumerable<(WritableTelenovela Telenovela, LanguageModel Model, IReadOnlyList<string> LineStarts)> entries, IReadOnlyDictionary<string, string> refused)
    {
        var byId = new Dictionary<string, (WritableTelenovela, LanguageModel, IReadOnlyList<string>)>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            byId.TryAdd(entry.Telenovela.Id, entry);
        }

        return new ModelShelf(directory, byId, refused);
    }

    /// <summary>What the models of a folder can write, but for those with a name that is taken.</summary>
    private static List<(WritableTelenovela, LanguageModel, IReadOnlyList<string>)> Load(
        string directory, IReadOnlyList<string> taken, string? generation, SortedDictionary<string, string> refused)
    {
        var entries = new List<(WritableTelenovela, LanguageModel, IReadOnlyList<string>)>();
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

    private static IEnumerable<(WritableTelenovela Telenovela, LanguageModel Model, IReadOnlyList<string> LineStarts)> Entries(LanguageModel model, string name, string? generation) =>
        LearnedBy(model, name, generation is null ? name : $"{name}@{generation}").Select(known => (known.Telenovela, model, TrainingText.LineStarts(known.Speakers)));

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
    private static IEnumerable<(WritableTelenovela Telenovela, IReadOnlyList<string> Speakers)> LearnedBy(LanguageModel model, string name, string label)
    {
        var learned = LearnedTelenovelas.Read(model.Metadata);
        return learned.Count > 0
            ? learned.Select(telenovela => (new WritableTelenovela(telenovela.Id, telenovela.Title, telenovela.Language, label), telenovela.Speakers))
            : [(new WritableTelenovela(name, name, "en", label), [])];
    }

    private (WritableTelenovela Telenovela, LanguageModel Model, IReadOnlyList<string> LineStarts) Choose(WritingRequest request)
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
                : _byId.Values.FirstOrDefault(entry => entry.Telenovela.Title.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { Model: not null } titled
                    ? titled
                    : throw new UnknownTelenovelaException(asked, Telenovelas);
        }

        var inLanguage = Telenovelas.Where(telenovela => telenovela.Language == request.Language).ToList();
        var candidates = inLanguage.Count > 0 ? inLanguage : Telenovelas;
        return _byId[candidates[(int)((ulong)request.Seed % (ulong)candidates.Count)].Id];
    }
}
