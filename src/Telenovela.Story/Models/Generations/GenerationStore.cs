using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;

namespace Telenovela.Story.Models.Generations;

/// <summary>
/// The models that the bot has trained itself, one folder a generation, and a file that names the one in use:
/// <code>
/// models/
///   CURRENT                      20261124-030012
///   20261124-030012/
///     manifest.json              checksums, lineage, probes
///     manifest.sha256
///     telenovela-en/             model.json, model.safetensors
///     telenovela-es/
/// </code>
/// A generation is made under another name, flushed and renamed; afterwards <c>CURRENT</c> is replaced in one step. A process killed anywhere leaves the
/// old generation in use, or the new one. Where nothing names a generation, the shipped models are in use.
/// </summary>
/// <param name="directory">The folder; made when the first generation is published.</param>
/// <param name="shipped">The folder of the shipped models.</param>
/// <param name="clock">Names generations.</param>
public sealed class GenerationStore(string directory, string shipped, TimeProvider clock)
{
    private const string CurrentFile = "CURRENT";
    private const string ShippedName = "shipped";
    private const string Unreadable = "?";
    private const string ManifestFile = "manifest.json";
    private const string ManifestHashFile = "manifest.sha256";
    private const string Unfinished = ".unfinished-";
    private const string WithdrawnMark = ".withdrawn";
    private const string IdFormat = "yyyyMMdd-HHmmss";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The folder of the shipped models.</summary>
    public string Shipped { get; } = shipped;

    /// <summary>The generations that are there, oldest first.</summary>
    public IReadOnlyList<string> Ids => Directory.Exists(directory)
        ? [.. Directory.EnumerateDirectories(directory).Select(folder => Path.GetFileName(folder)!).Where(IsId).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The manifests of the generations that were rolled back and aren't removed yet.</summary>
    public IReadOnlyList<GenerationManifest> Withdrawn => Directory.Exists(directory)
        ? [.. Directory.EnumerateDirectories(directory, "*" + WithdrawnMark).Select(folder => TryRead(Path.GetFileName(folder)!)).OfType<GenerationManifest>()]
        : [];

    /// <summary>What <c>CURRENT</c> says: a generation; null for the shipped models, or where there is no such file; <c>?</c> where it can't be made sense of.</summary>
    public string? Named
    {
        get
        {
            try
            {
                var id = File.ReadAllText(Path.Combine(directory, CurrentFile)).Trim();
                return id == ShippedName ? null : IsId(id) ? id : Unreadable;
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                return Unreadable;
            }
        }
    }

    /// <summary>
    /// The generation to use: the named one if it is whole, else the nearest of its parents that is, at last the shipped models.
    /// </summary>
    /// <param name="refused">Told of each generation that can't be used, with the reason.</param>
    public Generation Resolve(Action<string, string>? refused = null)
    {
        for (var id = Named; id is not null;)
        {
            try
            {
                return Open(id);
            }
            catch (GenerationException damaged)
            {
                refused?.Invoke(id, damaged.Message);
                id = ParentOf(id);
            }
        }

        return new Generation(null, Shipped, null);
    }

    /// <summary>Opens a generation after checking every byte of it, and that its models write as they did.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="GenerationException">It is missing, damaged, or its weights or vocabulary aren't those that were published.</exception>
    public Generation Open(string id)
    {
        if (!IsId(id))
        {
            throw new GenerationException($"The file {CurrentFile} in {directory} is damaged: it names no generation.");
        }

        var folder = FolderOf(id);
        var manifest = ReadManifest(id);
        try
        {
            var found = ModelFiles.Hashes(folder);
            if (manifest.Files.FirstOrDefault(file => found.GetValueOrDefault(file.Key) != file.Value) is { Key: { } different })
            {
                throw new GenerationException($"{different} of generation {id} is missing or not what was published: its SHA-256 differs.");
            }

            if (found.Keys.FirstOrDefault(file => !manifest.Files.ContainsKey(file)) is { } stranger)
            {
                throw new GenerationException($"{stranger} doesn't belong to generation {id}.");
            }

            foreach (var model in ModelFiles.FoldersIn(folder))
            {
                if (manifest.Probes.GetValueOrDefault(model) is not { } probe || !probe.Fits(LanguageModel.Load(Path.Combine(folder, model))))
                {
                    throw new GenerationException($"{model} of generation {id} writes differently from when it was published: vocabulary and weights don't belong together.");
                }
            }
        }
        catch (Exception unusable) when (unusable is CheckpointException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GenerationException($"Generation {id} can't be used: {unusable.Message}", unusable);
        }

        return new Generation(id, folder, manifest);
    }

    /// <summary>Publishes a generation and puts it to use.</summary>
    /// <param name="parent">What it went on from.</param>
    /// <param name="models">Model folders to be copied, by their new names.</param>
    /// <param name="lineages">Each model's lineage; <see cref="ModelLineage.Since"/> is set where the model is new.</param>
    /// <param name="probeTexts">A text for each model's probe.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="GenerationException">A model can't be used.</exception>
    /// <exception cref="IOException">The disk refuses; the old generation stays in use.</exception>
    public Generation Publish(
        Generation parent, IReadOnlyDictionary<string, string> models, IReadOnlyDictionary<string, ModelLineage> lineages, IReadOnlyDictionary<string, string> probeTexts)
    {
        Directory.CreateDirectory(directory);
        RemoveUnfinished();
        var id = NextId();
        var unfinished = Path.Combine(directory, Unfinished + id);
        foreach (var (name, folder) in models)
        {
            ModelFiles.Copy(folder, Path.Combine(unfinished, name));
        }

        GenerationManifest manifest;
        try
        {
            manifest = new GenerationManifest
            {
                Id = id,
                Parent = parent.Id,
                Published = clock.GetUtcNow(),
                Base = ModelFiles.Fingerprint(Shipped),
                Files = ModelFiles.Hashes(unfinished),
                Models = lineages.ToDictionary(lineage => lineage.Key, lineage => lineage.Value with { Since = lineage.Value.Since ?? (lineage.Value == ModelLineage.Shipped ? null : id) }),
                Probes = models.ToDictionary(model => model.Key, model => ModelProbe.Of(LanguageModel.Load(Path.Combine(unfinished, model.Key)), probeTexts[model.Key])),
            };
        }
        catch (CheckpointException unusable)
        {
            throw new GenerationException($"Nothing is published: {unusable.Message}", unusable);
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, Json);
        ModelFiles.WriteFlushed(Path.Combine(unfinished, ManifestFile), bytes);
        ModelFiles.WriteFlushed(Path.Combine(unfinished, ManifestHashFile), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Directory.Move(unfinished, FolderOf(id));
        Use(id);
        return new Generation(id, FolderOf(id), manifest);
    }

    /// <summary>Puts the parent of the generation in use to use again, and marks the one that was as withdrawn.</summary>
    /// <returns>What is in use then.</returns>
    /// <exception cref="GenerationException">The shipped models are in use: there is nothing before them.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public Generation RollBack()
    {
        var id = Named ?? throw new GenerationException("The shipped models are in use; there is nothing to go back to.");
        var back = new Generation(null, Shipped, null);
        for (var parent = ParentOf(id); parent is not null && back.Id is null; parent = ParentOf(parent))
        {
            try
            {
                back = Open(parent);
            }
            catch (GenerationException)
            {
                // Damaged or removed: the one before it.
            }
        }

        Use(back.Id);
        if (Directory.Exists(FolderOf(id)))
        {
            Directory.Move(FolderOf(id), FolderOf(id) + WithdrawnMark);
        }

        return back;
    }

    /// <summary>
    /// Removes what is no longer needed: all but the generation in use and the given number of its parents, fewer where they take more
    /// than the given bytes, and any that <paramref name="unwanted"/> names. The one in use always stays.
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
        var current = Named;
        long bytes = 0;
        for (var id = current; id is not null && Directory.Exists(FolderOf(id)); id = ParentOf(id))
        {
            bytes += Directory.EnumerateFiles(FolderOf(id), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
            var fits = keep.Count <= parents && bytes <= mostBytes && !(unwanted?.Invoke(ReadManifest(id)) ?? false);
            if (id == current || fits)
            {
                keep.Add(id);
            }
        }

        var gone = Ids.Where(id => !keep.Contains(id)).ToList();
        foreach (var id in gone.Concat(Withdrawn.Select(manifest => manifest.Id + WithdrawnMark).SkipLast(1)))
        {
            // Renamed first: half a generation must not look like a whole one.
            var unfinished = Path.Combine(directory, Unfinished + id);
            Directory.Move(FolderOf(id), unfinished);
            Directory.Delete(unfinished, recursive: true);
        }

        return gone;
    }

    /// <summary>The parent that a generation names, or the one before it where its manifest can't be read.</summary>
    private string? ParentOf(string id)
    {
        if (!IsId(id))
        {
            return Ids is [.., var newest] ? newest : null;
        }

        try
        {
            return ReadManifest(id).Parent;
        }
        catch (GenerationException)
        {
            return Ids.LastOrDefault(other => string.CompareOrdinal(other, id) < 0);
        }
    }

    private GenerationManifest? TryRead(string folder)
    {
        try
        {
            return ReadManifest(folder);
        }
        catch (GenerationException)
        {
            return null;
        }
    }

    private GenerationManifest ReadManifest(string id)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(FolderOf(id), ManifestFile));
            var hash = File.ReadAllText(Path.Combine(FolderOf(id), ManifestHashFile));
            if (hash != Convert.ToHexStringLower(SHA256.HashData(bytes)))
            {
                throw new GenerationException($"The manifest of generation {id} is damaged: its SHA-256 differs.");
            }

            return JsonSerializer.Deserialize<GenerationManifest>(bytes, Json) is { } manifest && manifest.Id == id.Replace(WithdrawnMark, "", StringComparison.Ordinal)
                ? manifest
                : throw new GenerationException($"The manifest of generation {id} is another's.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new GenerationException($"Generation {id} has no readable manifest: {missing.Message}", missing);
        }
    }

    private void Use(string? id) => ModelFiles.Replace(Path.Combine(directory, CurrentFile), Encoding.UTF8.GetBytes((id ?? ShippedName) + "\n"));

    private string FolderOf(string id) => Path.Combine(directory, id);

    /// <summary>The moment, or the second behind the newest generation where the clock was set back.</summary>
    private string NextId()
    {
        var at = clock.GetUtcNow().UtcDateTime;
        var newest = Ids.Concat(Withdrawn.Select(manifest => manifest.Id)).Max(StringComparer.Ordinal);
        var next = newest is null ? at : DateTime.ParseExact(newest, IdFormat, CultureInfo.InvariantCulture).AddSeconds(1);
        return (next > at ? next : at).ToString(IdFormat, CultureInfo.InvariantCulture);
    }

    private void RemoveUnfinished()
    {
        foreach (var leftOver in Directory.Exists(directory) ? Directory.EnumerateDirectories(directory, Unfinished + "*") : [])
        {
            Directory.Delete(leftOver, recursive: true);
        }
    }

    private static bool IsId(string id) => DateTime.TryParseExact(id, IdFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
