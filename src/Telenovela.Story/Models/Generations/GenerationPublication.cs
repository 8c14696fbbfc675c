using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;

namespace Telenovela.Story.Models.Generations;

/// <summary>Makes generations.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="shipped">The folder of the shipped models.</param>
/// <param name="clock">Names generations.</param>
internal sealed class GenerationPublication(GenerationFolder folder, string shipped, TimeProvider clock)
{
    /// <summary>See <see cref="GenerationStore.Publish"/>.</summary>
    public Generation Publish(
        Generation parent, IReadOnlyDictionary<string, string> models, IReadOnlyDictionary<string, ModelLineage> lineages, IReadOnlyDictionary<string, string> probeTexts)
    {
        RequireNames(models.Keys, lineages.Keys, probeTexts);
        folder.Make();
        folder.RemoveUnfinished();
        if (folder.Named is null)
        {
            // From here on there are generations, and a missing file would be damage.
            folder.Current.Write(null);
        }

        var known = folder.Ids.Concat(folder.WithdrawnIds).Append(folder.Current.Read()).Append(parent.Id).Where(name => name is not null and not CurrentFile.Unreadable);
        var id = GenerationId.Next(clock.GetUtcNow(), known.Max(StringComparer.Ordinal));
        var unfinished = folder.UnfinishedOf(id);
        try
        {
            Directory.CreateDirectory(unfinished);
            foreach (var (name, model) in models)
            {
                ModelFiles.Copy(model, Path.Combine(unfinished, name));
            }

            var manifest = Describe(id, parent, unfinished, lineages, probeTexts);
            ManifestFile.Write(unfinished, manifest);
            FolderFlush.Flush(unfinished);
            ModelFiles.Rename(unfinished, folder.Of(id));
            folder.Current.Write(id);
            return new Generation(id, folder.Of(id), manifest);
        }
        catch (Exception)
        {
            folder.Discard(id, isNamed: folder.Named == id);
            throw;
        }
    }

    private static void RequireNames(IEnumerable<string> models, IEnumerable<string> lineages, IReadOnlyDictionary<string, string> probeTexts)
    {
        var names = models.ToHashSet(StringComparer.Ordinal);
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

    private GenerationManifest Describe(
        string id, Generation parent, string path, IReadOnlyDictionary<string, ModelLineage> lineages, IReadOnlyDictionary<string, string> probeTexts)
    {
        try
        {
            return new GenerationManifest
            {
                Id = id,
                Parent = parent.Id,
                Published = clock.GetUtcNow(),
                Base = ModelFiles.Fingerprint(shipped),
                Files = ModelFiles.Hashes(path),
                Models = lineages.ToDictionary(lineage => lineage.Key, lineage => lineage.Value with { Since = lineage.Value.Since ?? (lineage.Value is { Corpus: null, Contributions.Count: 0 } ? null : id) }),
                Probes = Directory.EnumerateDirectories(path).Select(model => Path.GetFileName(model)!).ToDictionary(
                    model => model, model => ModelProbe.Of(LanguageModel.Load(Path.Combine(path, model)), probeTexts[model])),
            };
        }
        catch (Exception unusable) when (unusable is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            throw new GenerationException($"Nothing is published: {unusable.Message}", unusable);
        }
    }
}
