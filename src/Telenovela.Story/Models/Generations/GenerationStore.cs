using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;

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
/// A generation is made under another name, flushed and renamed; afterwards <c>CURRENT</c> is replaced in one step. A process killed anywhere leaves the
/// old generation in use, or the new one. Where there are no generations, the shipped models are in use. Of the processes that share a
/// folder only one may publish, roll back or prune at a time; its callers see to that.
/// </summary>
/// <param name="directory">The folder; made when the first generation is published.</param>
/// <param name="shipped">The folder of the shipped models.</param>
/// <param name="clock">Names generations.</param>
public sealed class GenerationStore(string directory, string shipped, TimeProvider clock)
{
    private const string Unfinished = ".unfinished-";
    private const string WithdrawnMark = ".withdrawn";

    private readonly CurrentFile _current = new(directory);

    /// <summary>The folder of the shipped models.</summary>
    public string Shipped { get; } = shipped;

    /// <summary>The generations that are there, oldest first.</summary>
    public IReadOnlyList<string> Ids => [.. Folders("*").Where(GenerationId.Is).Order(StringComparer.Ordinal)];

    /// <summary>The manifests of the generations that were rolled back and aren't removed yet, oldest first.</summary>
    public IReadOnlyList<GenerationManifest> Withdrawn => [.. WithdrawnIds.Select(id => TryRead(id, WithdrawnMark)).OfType<GenerationManifest>()];

    /// <summary>
    /// What <c>CURRENT</c> says: a generation; null for the shipped models, or where there are no generations; <c>?</c> where it is missing
    /// though there are some, or can't be made sense of.
    /// </summary>
    public string? Named
    {
        get
        {
            var id = _current.Exists || Ids.Count > 0 ? _current.Read() : null;

            // Whoever died while rolling back had withdrawn it already.
            while (id is not null && !Directory.Exists(FolderOf(id)) && TryRead(id, WithdrawnMark) is { } withdrawn)
            {
                id = withdrawn.Parent;
            }

            return id;
        }
    }

    private IReadOnlyList<string> WithdrawnIds =>
        [.. Folders("*" + WithdrawnMark).Select(folder => folder[..^WithdrawnMark.Length]).Where(GenerationId.Is).Order(StringComparer.Ordinal)];

    private Generation ShippedGeneration => new(null, Shipped, null);

    /// <summary>
    /// The generation to use: the named one if it is whole, else the nearest of its parents that is, at last the shipped models.
    /// </summary>
    /// <param name="refused">Told of each generation that can't be used, with the reason.</param>
    public Generation Resolve(Action<string, string>? refused = null) => LoadNearest(Named, refused)?.Generation ?? ShippedGeneration;

    /// <summary>The generation to use, as <see cref="Resolve"/> finds it, with its models.</summary>
    /// <param name="refused">Told of each generation that can't be used, with the reason.</param>
    public LoadedGeneration LoadResolved(Action<string, string>? refused = null) => LoadNearest(Named, refused) ?? LoadShipped();

    /// <summary>The shipped models; those that can't be used are in <see cref="ModelShelf.Refused"/>.</summary>
    public LoadedGeneration LoadShipped() => new(ShippedGeneration, ModelShelf.Open(Shipped));

    /// <summary>Opens a generation after checking every byte of it, and that its models write as they did.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="GenerationException">It is missing, damaged, or its weights or vocabulary aren't those that were published.</exception>
    public Generation Open(string id) => Load(id).Generation;

    /// <summary>Opens a generation as <see cref="Open"/> does, and keeps the models that were checked.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="GenerationException">It is missing, damaged, or its weights or vocabulary aren't those that were published.</exception>
    public LoadedGeneration Load(string id)
    {
        if (!GenerationId.Is(id))
        {
            throw new GenerationException($"The file {CurrentFile.Name} in {directory} is missing or damaged: it names no generation.");
        }

        var folder = FolderOf(id);
        var manifest = ManifestFile.Read(folder, id);
        try
        {
            RequireFiles(manifest, ModelFiles.Hashes(folder));
            var models = new List<(string, LanguageModel)>();
            foreach (var (name, probe) in manifest.Probes.OrderBy(probe => probe.Key, StringComparer.Ordinal))
            {
                var model = LanguageModel.Load(Path.Combine(folder, name));
                models.Add(probe.Fits(model) ? (name, model) : throw new GenerationException(
                    $"{name} of generation {id} writes differently from when it was published: vocabulary and weights don't belong together."));
            }

            return new LoadedGeneration(new Generation(id, folder, manifest), ModelShelf.Of(folder, models, id));
        }
        catch (Exception unusable) when (unusable is not (GenerationException or OutOfMemoryException))
        {
            // Whatever is wrong with a file: nobody may die of it.
            throw new GenerationException($"Generation {id} can't be used: {unusable.Message}", unusable);
        }
    }

    /// <summary>Publishes a generation and puts it to use.</summary>
    /// <param name="parent">What it went on from.</param>
    /// <param name="models">Model folders to be copied, by their new names.</param>
    /// <param name="lineages">Each model's lineage; <see cref="ModelLineage.Since"/> is set where the model is new.</param>
    /// <param name="probeTexts">A text for each model's probe.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="ArgumentException">A name is no folder's name, a lineage belongs to no model, or a model has no probe text.</exception>
    /// <exception cref="GenerationException">A model can't be used, or there is none.</exception>
    /// <exception cref="IOException">The disk refuses; the old generation stays in use.</exception>
    public Generation Publish(
        Generation parent, IReadOnlyDictionary<string, string> models, IReadOnlyDictionary<string, ModelLineage> lineages, IReadOnlyDictionary<string, string> probeTexts)
    {
        RequireNames(models.Keys, lineages.Keys, probeTexts);
        if (!Directory.Exists(directory))
        {
            Directory.CreateDirectory(directory);
            FolderFlush.Flush(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)))!);
        }

        RemoveUnfinished();
        if (Named is null)
        {
            // From here on there are generations, and a missing file would be damage.
            Use(null);
        }

        var id = GenerationId.Next(clock.GetUtcNow(), Ids.Concat(WithdrawnIds).Append(_current.Read()).Append(parent.Id).Where(known => known is not null and not CurrentFile.Unreadable).Max(StringComparer.Ordinal));
        var unfinished = Path.Combine(directory, Unfinished + id);
        try
        {
            foreach (var (name, folder) in models)
            {
                ModelFiles.Copy(folder, Path.Combine(unfinished, name));
            }

            var manifest = Describe(id, parent, unfinished, lineages, probeTexts);
            ManifestFile.Write(unfinished, manifest);
            FolderFlush.Flush(unfinished);
            ModelFiles.Rename(unfinished, FolderOf(id));
            Use(id);
            return new Generation(id, FolderOf(id), manifest);
        }
        catch (Exception)
        {
            Discard(unfinished);
            if (Named != id)
            {
                Discard(FolderOf(id));
            }

            throw;
        }
    }

    /// <summary>Puts the parent of the generation in use to use again, and marks the one that was as withdrawn.</summary>
    /// <returns>What is in use then.</returns>
    /// <exception cref="GenerationException">The shipped models are in use, or nothing before the generation can be used.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public Generation RollBack() => RollBackAndLoad().Generation;

    /// <summary>Rolls back as <see cref="RollBack"/> does, and keeps the models that were checked for it.</summary>
    /// <exception cref="GenerationException">The shipped models are in use, or nothing before the generation can be used.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    internal LoadedGeneration RollBackAndLoad()
    {
        var id = Named ?? throw new GenerationException("The shipped models are in use; there is nothing to go back to.");
        var back = LoadNearest(ParentOf(id), null) ?? LoadShipped();
        if (back.Shelf.Telenovelas.Count == 0)
        {
            throw new GenerationException($"There is nothing to go back to: no generation before {id} can be used, nor any shipped model in {Shipped}.");
        }

        if (Directory.Exists(FolderOf(id)))
        {
            // Who dies from here on has rolled back: see Named.
            ModelFiles.Rename(FolderOf(id), FolderOf(id) + WithdrawnMark);
        }

        try
        {
            Use(back.Generation.Id);
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
    /// another that is damaged. Of those that were rolled back the last one stays while there is room.
    /// </summary>
    /// <param name="parents">How many parents to keep.</param>
    /// <param name="mostBytes">What all generations may take.</param>
    /// <param name="unwanted">Whether a generation must go whatever its age, for example because it learned from deleted text.</param>
    /// <returns>The generations removed.</returns>
    /// <exception cref="IOException">A folder can't be removed.</exception>
    public IReadOnlyList<string> Prune(int parents, long mostBytes, Func<GenerationManifest, bool>? unwanted = null)
    {
        RemoveUnfinished();
        var keep = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0L;
        var inUse = Resolve().Id;
        for (var id = inUse; id is not null; id = ParentOf(id))
        {
            if (Directory.Exists(FolderOf(id)) && (id == inUse || (keep.Count <= parents && IsWanted(id, ""))))
            {
                keep.Add(id);
                bytes += ModelFiles.SizeOf(FolderOf(id));
            }
        }

        var gone = Ids.Where(id => !keep.Contains(id) && id != Named).ToList();
        var withdrawn = WithdrawnIds;
        var forgotten = withdrawn.Where((id, at) => id != _current.Read() && (at < withdrawn.Count - 1 || !IsWanted(id, WithdrawnMark)));
        foreach (var folder in gone.Concat(forgotten.Select(id => id + WithdrawnMark)).ToList())
        {
            // Renamed first: half a generation must not look like a whole one.
            var unfinished = Path.Combine(directory, Unfinished + folder);
            ModelFiles.Rename(FolderOf(folder), unfinished);
            Directory.Delete(unfinished, recursive: true);
        }

        return gone;

        bool IsWanted(string id, string mark) =>
            bytes + ModelFiles.SizeOf(FolderOf(id + mark)) <= mostBytes && TryRead(id, mark) is { } manifest && !(unwanted?.Invoke(manifest) ?? false);
    }

    private static void RequireNames(IEnumerable<string> models, IEnumerable<string> lineages, IReadOnlyDictionary<string, string> probeTexts)
    {
        var names = models.ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
        {
            throw new GenerationException("Nothing is published: there is no model.");
        }

        if (names.FirstOrDefault(name => name is "" or "." or ".." || Path.GetFileName(name) != name) is { } path)
        {
            throw new ArgumentException($"“{path}” is not a folder's name.", nameof(models));
        }

        if (lineages.FirstOrDefault(name => !names.Contains(name)) is { } stranger)
        {
            throw new ArgumentException($"There is a lineage for {stranger}, and no such model.", nameof(lineages));
        }

        if (names.FirstOrDefault(name => !probeTexts.ContainsKey(name)) is { } without)
        {
            throw new ArgumentException($"{without} has no text to probe it with.", nameof(probeTexts));
        }
    }

    private static void RequireFiles(GenerationManifest manifest, SortedDictionary<string, string> found)
    {
        if (manifest.Files.FirstOrDefault(file => found.GetValueOrDefault(file.Key) != file.Value) is { Key: { } different })
        {
            throw new GenerationException($"{different} of generation {manifest.Id} is missing or not what was published: its SHA-256 differs.");
        }

        if (found.Keys.FirstOrDefault(file => !manifest.Files.ContainsKey(file) || !manifest.Probes.ContainsKey(file[..file.IndexOf('/', StringComparison.Ordinal)])) is { } stranger)
        {
            throw new GenerationException($"{stranger} doesn't belong to generation {manifest.Id}.");
        }
    }

    private GenerationManifest Describe(
        string id, Generation parent, string folder, IReadOnlyDictionary<string, ModelLineage> lineages, IReadOnlyDictionary<string, string> probeTexts)
    {
        try
        {
            return new GenerationManifest
            {
                Id = id,
                Parent = parent.Id,
                Published = clock.GetUtcNow(),
                Base = ModelFiles.Fingerprint(Shipped),
                Files = ModelFiles.Hashes(folder),
                Models = lineages.ToDictionary(lineage => lineage.Key, lineage => lineage.Value with { Since = lineage.Value.Since ?? (lineage.Value is { Corpus: null, Contributions.Count: 0 } ? null : id) }),
                Probes = Directory.EnumerateDirectories(folder).Select(model => Path.GetFileName(model)!).ToDictionary(
                    model => model, model => ModelProbe.Of(LanguageModel.Load(Path.Combine(folder, model)), probeTexts[model])),
            };
        }
        catch (Exception unusable) when (unusable is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            throw new GenerationException($"Nothing is published: {unusable.Message}", unusable);
        }
    }

    /// <summary>The generation, or the nearest before it, that can be used; null where none can.</summary>
    private LoadedGeneration? LoadNearest(string? id, Action<string, string>? refused)
    {
        for (; id is not null; id = ParentOf(id))
        {
            try
            {
                return Load(id);
            }
            catch (GenerationException damaged)
            {
                refused?.Invoke(id, damaged.Message);
            }
        }

        return null;
    }

    /// <summary>The parent that a generation names, or the one before it where its manifest can't be read. Always an older one, so that there is an end.</summary>
    private string? ParentOf(string id) =>
        !GenerationId.Is(id) ? Ids is [.., var newest] ? newest : null
        : TryRead(id, "") is { } manifest ? manifest.Parent
        : Ids.LastOrDefault(other => GenerationId.IsBefore(other, id));

    private GenerationManifest? TryRead(string id, string mark)
    {
        try
        {
            return ManifestFile.Read(FolderOf(id + mark), id);
        }
        catch (GenerationException)
        {
            return null;
        }
    }

    private void Use(string? id) => _current.Write(id);

    private string FolderOf(string id) => Path.Combine(directory, id);

    private IReadOnlyList<string> Folders(string pattern)
    {
        try
        {
            return Directory.Exists(directory) ? [.. Directory.EnumerateDirectories(directory, pattern).Select(folder => Path.GetFileName(folder)!)] : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void RemoveUnfinished()
    {
        foreach (var leftOver in Folders(Unfinished + "*"))
        {
            Directory.Delete(FolderOf(leftOver), recursive: true);
        }
    }

    /// <summary>Removes what came of a failure. What can't be removed now is removed before the next publication.</summary>
    private void Discard(string folder)
    {
        try
        {
            var unfinished = folder.Contains(Unfinished, StringComparison.Ordinal) ? folder : Path.Combine(directory, Unfinished + Path.GetFileName(folder));
            if (folder != unfinished && Directory.Exists(folder))
            {
                Directory.Move(folder, unfinished);
            }

            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
        catch (Exception refuses) when (refuses is IOException or UnauthorizedAccessException)
        {
            // The failure itself is told.
        }
    }
}
