namespace Telenovela.Story.Models.Generations;

/// <summary>What a generation of models consists of and came from; stored beside the models.</summary>
public sealed record GenerationManifest
{
    /// <summary>The generation's name: the moment of its publication, UTC.</summary>
    public required string Id { get; init; }

    /// <summary>The generation it went on from; null for the shipped models.</summary>
    public required string? Parent { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>
    /// SHA-256 over all shipped models at that time (<see cref="ModelFiles.Fingerprint"/>). <see cref="ModelLineage.Base"/> says for each model
    /// which one it descends from; this is for older manifests, which don't.
    /// </summary>
    public required string Base { get; init; }

    /// <summary>SHA-256 of each file, lower-case hexadecimal, by path with forward slashes.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Each model's lineage, by folder.</summary>
    public required IReadOnlyDictionary<string, ModelLineage> Models { get; init; }

    /// <summary>Each model's probe, by folder.</summary>
    public required IReadOnlyDictionary<string, ModelProbe> Probes { get; init; }
}
