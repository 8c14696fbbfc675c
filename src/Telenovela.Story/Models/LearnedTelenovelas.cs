using System.Text.Json;
using System.Text.Json.Nodes;

namespace Telenovela.Story.Models;

/// <summary>Keeps in a model's metadata which telenovelas it has learned.</summary>
public static class LearnedTelenovelas
{
    private const string Key = "telenovelas";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What the metadata say; empty where they say nothing readable.</summary>
    /// <param name="metadata">A model's metadata.</param>
    public static IReadOnlyList<LearnedTelenovela> Read(JsonObject metadata)
    {
        try
        {
            return metadata[Key]?.Deserialize<List<LearnedTelenovela>>(Json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Metadata that say it.</summary>
    /// <param name="telenovelas">What was learned.</param>
    public static JsonObject Write(IReadOnlyList<LearnedTelenovela> telenovelas) => new() { [Key] = JsonSerializer.SerializeToNode(telenovelas, Json) };
}
