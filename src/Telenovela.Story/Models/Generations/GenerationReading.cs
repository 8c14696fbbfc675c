using Telenovela.Engine.Decoding;

namespace Telenovela.Story.Models.Generations;

/// <summary>Opens generations after checking every byte of them, and that their models write as they did.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="shipped">The folder of the shipped models.</param>
internal sealed class GenerationReading(GenerationFolder folder, string shipped)
{
    /// <summary>The shipped models; those that can't be used are in <see cref="ModelShelf.Refused"/>.</summary>
    public LoadedGeneration LoadShipped() => new(new Generation(null, shipped, null), ModelShelf.Open(shipped));

    /// <summary>A generation's models, and the shipped ones that it has none instead of; of these, those that can't be used are in <see cref="ModelShelf.Refused"/>.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="GenerationException">It is missing, damaged, or its weights or vocabulary aren't those that were published.</exception>
    public LoadedGeneration Load(string id)
    {
        if (!GenerationId.Is(id))
        {
            throw new GenerationException($"The file {CurrentFile.Name} in {folder.Directory} is missing or damaged: it names no generation.");
        }

        var path = folder.Of(id);
        var manifest = ManifestFile.Read(path, id);
        try
        {
            RequireFiles(manifest, ModelFiles.Hashes(path));
            var models = new List<(string Name, LanguageModel Model)>();
            foreach (var (name, probe) in manifest.Probes.OrderBy(probe => probe.Key, StringComparer.Ordinal))
            {
                var model = LanguageModel.Load(Path.Combine(path, name));
                models.Add(probe.Fits(model) ? (name, model) : throw new GenerationException(
                    $"{name} of generation {id} writes differently from when it was published: vocabulary and weights don't belong together."));
            }

            var generation = new Generation(id, path, manifest);
            var trained = generation.Trained;
            return new LoadedGeneration(generation, ModelShelf.Of(path, [.. models.Where(model => trained.Contains(model.Name))], id, shipped));
        }
        catch (Exception unusable) when (unusable is not (GenerationException or OutOfMemoryException))
        {
            // Whatever is wrong with a file: nobody may die of it.
            throw new GenerationException($"Generation {id} can't be used: {unusable.Message}", unusable);
        }
    }

    /// <summary>The generation, or the nearest before it, that can be used; at last the shipped models.</summary>
    /// <param name="id">Where to begin; null for the shipped models.</param>
    /// <param name="refused">Told of each that can't be used, with the reason.</param>
    public LoadedGeneration LoadNearest(string? id, Action<string, string>? refused)
    {
        for (; id is not null; id = folder.ParentOf(id))
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

        return LoadShipped();
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
}
