using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Telenovela.Story.Models.Generations;

/// <summary>Writes and reads <c>manifest.json</c>, and beside it its SHA-256.</summary>
internal static class ManifestFile
{
    public const string Name = "manifest.json";
    public const string HashName = "manifest.sha256";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string folder, GenerationManifest manifest)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, Json);
        ModelFiles.WriteFlushed(Path.Combine(folder, Name), bytes);
        ModelFiles.WriteFlushed(Path.Combine(folder, HashName), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <param name="folder">The generation's folder.</param>
    /// <param name="id">The generation that it must be of.</param>
    /// <exception cref="GenerationException">It is missing, damaged, another's, or says what can't be.</exception>
    public static GenerationManifest Read(string folder, string id)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, Name));
            if (File.ReadAllText(Path.Combine(folder, HashName)) != Convert.ToHexStringLower(SHA256.HashData(bytes)))
            {
                throw new GenerationException($"The manifest of generation {id} is damaged: its SHA-256 differs.");
            }

            var manifest = JsonSerializer.Deserialize<GenerationManifest>(bytes, Json) ?? throw new JsonException("It is empty.");
            return manifest.Id != id ? throw new GenerationException($"The manifest of generation {id} is another's.")
                : IsSound(manifest) ? manifest
                : throw new GenerationException($"The manifest of generation {id} says what can't be: an empty entry, a model without a probe, or a parent that is younger.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new GenerationException($"Generation {id} has no readable manifest: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>What the types don't say. Parents that are always older can't go round in a circle.</summary>
    private static bool IsSound(GenerationManifest manifest) =>
        (manifest.Parent is not { } parent || (GenerationId.Is(parent) && GenerationId.IsBefore(parent, manifest.Id)))
        && manifest.Probes.Values.All(probe => probe is not null)
        && manifest.Models.All(model => manifest.Probes.ContainsKey(model.Key) && model.Value is { } lineage && lineage.Contributions.All(name => name is not null))
        && manifest.Files.Values.All(hash => hash is not null);
}
