namespace Telenovela.Story.Models.Generations;

/// <summary>
/// The models that the bot has trained itself, one folder a generation, and a file that names the one in use:
/// <code>
/// models/
///   CURRENT                      20261124-030012, or “shipped”
///   20261124-030012/
///     manifest.json              checksums, lineage, probes
///     manifest.sha256
///     telenovela-en/             model.json, model.safetensors
///     telenovela-es/
///   20261123-030009.withdrawn/   rolled back
/// </code>
/// A generation holds only the models that the bot trained; every other one comes from the shipped folder as it is now. It is made under
/// another name, flushed and renamed; afterwards <c>CURRENT</c> is replaced in one step. A process killed anywhere leaves the old generation
/// in use, or the new one. Where there are no generations, the shipped models are in use. Of the processes that share a folder only one may
/// publish, roll back or prune at a time; its callers see to that.
/// </summary>
/// <param name="directory">The folder; made when the first generation is published.</param>
/// <param name="shipped">The folder of the shipped models.</param>
/// <param name="clock">Names generations.</param>
public sealed class GenerationStore(string directory, string shipped, TimeProvider clock)
{
    private readonly GenerationFolder _folder = new(directory);
    private readonly GenerationReading _reading = new(new GenerationFolder(directory), shipped);

    /// <summary>The folder of the shipped models.</summary>
    public string Shipped { get; } = shipped;

    /// <summary>The generations that are there, oldest first.</summary>
    public IReadOnlyList<string> Ids => _folder.Ids;

    /// <summary>The manifests of the generations that were rolled back and aren't removed yet, oldest first.</summary>
    public IReadOnlyList<GenerationManifest> Withdrawn =>
        [.. _folder.WithdrawnIds.Select(id => _folder.TryRead(id, GenerationFolder.WithdrawnMark)).OfType<GenerationManifest>()];

    /// <summary>
    /// What <c>CURRENT</c> says: a generation; null for the shipped models, or where there are no generations; <c>?</c> where it is missing
    /// though there are some, or can't be made sense of.
    /// </summary>
    public string? Named => _folder.Named;

    /// <summary>The manifests of those generations in <see cref="Withdrawn"/> that are younger than the one in use: people went back from them to it.</summary>
    /// <param name="inUse">The generation in use.</param>
    public IReadOnlyList<GenerationManifest> WithdrawnSince(Generation inUse) => [.. Withdrawn.Where(manifest => GenerationId.IsSince(inUse.Id, manifest.Id))];

    /// <summary>The models that a generation writes with, each with its folder: those that it holds, then those shipped now that it has none instead of.</summary>
    /// <param name="generation">The generation.</param>
    public IReadOnlyDictionary<string, string> ModelsOf(Generation generation)
    {
        var models = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var model in generation.Trained)
        {
            models.Add(model, Path.Combine(generation.Directory, model));
        }

        foreach (var model in ModelFiles.FoldersIn(Shipped))
        {
            models.TryAdd(model, ShippedFolderOf(model));
        }

        return models;
    }

    /// <summary>The shipped model that a model's weights descend from (<see cref="ModelFiles.FingerprintOf"/>); null where nobody knows.</summary>
    /// <param name="generation">The model's generation.</param>
    /// <param name="model">Its folder's name.</param>
    /// <exception cref="IOException">A shipped file can't be read.</exception>
    public string? BaseOf(Generation generation, string model)
    {
        // Older manifests say only which shipped models there were in all.
        var lineage = generation.LineageOf(model);
        return lineage.Since is null || (lineage.Base is null && generation.Manifest?.Base == ModelFiles.Fingerprint(Shipped))
            ? ModelFiles.FingerprintOf(ShippedFolderOf(model))
            : lineage.Base;
    }

    /// <summary>Whether another model is shipped now under that name than the one that the model's weights descend from.</summary>
    /// <param name="generation">The model's generation.</param>
    /// <param name="model">Its folder's name.</param>
    /// <exception cref="IOException">A shipped file can't be read.</exception>
    public bool IsOutdated(Generation generation, string model) =>
        ModelFiles.FingerprintOf(ShippedFolderOf(model)) is { } now && now != BaseOf(generation, model);

    /// <summary>
    /// The generation to use: the named one if it is whole, else the nearest of its parents that is, at last the shipped models.
    /// </summary>
    /// <param name="refused">Told of each generation that can't be used, with the reason.</param>
    public Generation Resolve(Action<string, string>? refused = null) => LoadResolved(refused).Generation;

    /// <summary>The generation to use, as <see cref="Resolve"/> finds it, with its models.</summary>
    /// <param name="refused">Told of each generation that can't be used, with the reason.</param>
    public LoadedGeneration LoadResolved(Action<string, string>? refused = null) => _reading.LoadNearest(Named, refused);

    /// <summary>The shipped models; those that can't be used are in <see cref="ModelShelf.Refused"/>.</summary>
    public LoadedGeneration LoadShipped() => _reading.LoadShipped();

    /// <summary>Opens a generation after checking every byte of it, and that its models write as they did.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="GenerationException">It is missing, damaged, or its weights or vocabulary aren't those that were published.</exception>
    public Generation Open(string id) => Load(id).Generation;

    /// <summary>
    /// Opens a generation as <see cref="Open"/> does, and keeps the models that were checked; beside them stand the shipped ones that it has
    /// none instead of. Of these, those that can't be used are in <see cref="ModelShelf.Refused"/>.
    /// </summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="GenerationException">It is missing, damaged, or its weights or vocabulary aren't those that were published.</exception>
    public LoadedGeneration Load(string id) => _reading.Load(id);

    /// <summary>Publishes a generation and puts it to use. One without a model says that all are as shipped.</summary>
    /// <param name="parent">What it went on from.</param>
    /// <param name="models">Folders of the models that the bot trained, to be copied, by their new names.</param>
    /// <param name="lineages">Each model's lineage; <see cref="ModelLineage.Since"/> is set where the model is new.</param>
    /// <param name="probeTexts">A text for each model's probe.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="ArgumentException">A name is no folder's name, a lineage belongs to no model, or a model has no probe text.</exception>
    /// <exception cref="GenerationException">A model can't be used.</exception>
    /// <exception cref="IOException">The disk refuses; the old generation stays in use.</exception>
    public Generation Publish(
        Generation parent, IReadOnlyDictionary<string, string> models, IReadOnlyDictionary<string, ModelLineage> lineages, IReadOnlyDictionary<string, string> probeTexts) =>
        new GenerationPublication(_folder, Shipped, clock).Publish(parent, models, lineages, probeTexts);

    /// <summary>Puts the parent of the generation in use to use again, and marks the one that was as withdrawn.</summary>
    /// <returns>What is in use then.</returns>
    /// <exception cref="GenerationException">The shipped models are in use, or nothing before the generation can be used.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public Generation RollBack() => RollBackAndLoad().Generation;

    /// <summary>What <see cref="RollBack"/> would put to use.</summary>
    /// <exception cref="GenerationException">The shipped models are in use, or nothing before the generation can be used.</exception>
    public Generation FindBefore() => LoadBefore(out _).Generation;

    /// <summary>Rolls back as <see cref="RollBack"/> does, and keeps the models that were checked for it.</summary>
    /// <exception cref="GenerationException">The shipped models are in use, or nothing before the generation can be used.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    internal LoadedGeneration RollBackAndLoad()
    {
        var back = LoadBefore(out var id);
        if (Directory.Exists(_folder.Of(id)))
        {
            // Who dies from here on has rolled back: see Named.
            ModelFiles.Rename(_folder.Of(id), _folder.Of(id + GenerationFolder.WithdrawnMark));
        }

        try
        {
            _folder.Current.Write(back.Generation.Id);
        }
        catch (Exception refuses) when (refuses is IOException or UnauthorizedAccessException && Named == back.Generation.Id)
        {
            // A full disk keeps nobody from going back.
        }

        return back;
    }

    /// <summary>
    /// Removes what is no longer needed: all but the generation in use and the given number of its parents, fewer where they take more
    /// than the given bytes, and any that <paramref name="unwanted"/> names. The one in use always stays, also where <c>CURRENT</c> names
    /// another that is damaged. Of those that were rolled back the ones younger than it stay while there is room, the newest first.
    /// </summary>
    /// <param name="parents">How many parents to keep.</param>
    /// <param name="mostBytes">What all generations may take.</param>
    /// <param name="unwanted">Whether a generation must go whatever its age, for example because it learned from deleted text.</param>
    /// <returns>The generations removed.</returns>
    /// <exception cref="IOException">A folder can't be removed.</exception>
    public IReadOnlyList<string> Prune(int parents, long mostBytes, Func<GenerationManifest, bool>? unwanted = null) =>
        new GenerationPruning(_folder, mostBytes, unwanted).Prune(Resolve().Id, parents);

    private LoadedGeneration LoadBefore(out string id)
    {
        id = Named ?? throw new GenerationException("The shipped models are in use; there is nothing to go back to.");
        var back = _reading.LoadNearest(_folder.ParentOf(id), null);
        return back.Shelf.Telenovelas.Count > 0
            ? back
            : throw new GenerationException($"There is nothing to go back to: no generation before {id} can be used, nor any shipped model in {Shipped}.");
    }

    private string ShippedFolderOf(string model) => Path.Combine(Shipped, model);
}
