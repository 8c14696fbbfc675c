namespace Telenovela.Story.Models.Generations;

/// <summary>The models that are to be used.</summary>
/// <param name="Id">The generation; null for the shipped models.</param>
/// <param name="Directory">The folder of its model folders; models that it doesn't hold are the shipped ones (<see cref="GenerationStore.ModelsOf"/>).</param>
/// <param name="Manifest">The generation's manifest; null for the shipped models.</param>
public sealed record Generation(string? Id, string Directory, GenerationManifest? Manifest)
{
    /// <summary>The models that it holds, by name: those that the bot trained. Older generations have copies of shipped ones beside them, which nobody uses.</summary>
    public IReadOnlyList<string> Trained => Manifest is null ? [] : [.. Manifest.Models.Where(model => model.Value.Since is not null).Select(model => model.Key).Order(StringComparer.Ordinal)];

    /// <summary>A model's lineage; that of a shipped model where it holds none of that name.</summary>
    /// <param name="model">Its folder's name.</param>
    public ModelLineage LineageOf(string model) => Manifest?.Models.GetValueOrDefault(model) ?? ModelLineage.Shipped;

    /// <summary>Whether a model of this generation is the one in a folder, byte by byte.</summary>
    /// <param name="model">Its folder's name here.</param>
    /// <param name="folder">The folder.</param>
    public bool Holds(string model, string folder) => Manifest is not null && System.IO.Directory.Exists(folder) && System.IO.Directory.EnumerateFiles(folder)
        .All(file => Manifest.Files.GetValueOrDefault($"{model}/{Path.GetFileName(file)}") == ModelFiles.Hash(file));
}
