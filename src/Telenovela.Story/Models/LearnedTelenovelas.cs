using System.Text.Json;
using System.Text.Json.Nodes;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;

namespace Telenovela.Story.Models;

/// <summary>Keeps in a model's metadata which telenovelas it has learned.</summary>
public static class LearnedTelenovelas
{
    private const string Key = "telenovelas";

    /// <summary>Whoever speaks less often has no voice that could be learned.</summary>
    private const int FewestLines = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What the metadata say; empty where they say nothing readable.</summary>
    /// <param name="metadata">A model's metadata.</param>
    /// <exception cref="CheckpointException">A telenovela lacks what it needs.</exception>
    public static IReadOnlyList<LearnedTelenovela> Read(JsonObject metadata)
    {
        try
        {
            var learned = metadata[Key]?.Deserialize<List<LearnedTelenovela>>(Json) ?? [];
            return learned.TrueForAll(IsWhole)
                ? learned
                : throw new CheckpointException(
                    "The model's description names a telenovela without a name, a language or a cast. Copy the model anew.");
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool IsWhole(LearnedTelenovela? learned) =>
        learned is { Id: not null, Title: not null, Language: not null, Speakers: not null, Arcs: not null }
        && !learned.Speakers.Contains(null!) && !learned.Arcs.Contains(null!);

    /// <summary>What there is to learn in a telenovela's folder.</summary>
    /// <param name="telenovela">The telenovela.</param>
    public static LearnedTelenovela Of(TelenovelaFolder telenovela)
    {
        var lines = telenovela.Episodes.SelectMany(entry => entry.Episode.Scenes).SelectMany(scene => scene.Elements).OfType<ScriptLine>().ToList();
        return new LearnedTelenovela(telenovela.Id, telenovela.Title, telenovela.Language)
        {
            Speakers = lines.Exists(line => line.Speaker is null)
                ? []
                : [.. lines.CountBy(line => TrainingText.Speaker(line.Speaker!)).Where(speaker => speaker.Value >= FewestLines).OrderByDescending(speaker => speaker.Value).Select(speaker => speaker.Key)],
            Arcs =
            [
                .. telenovela.Episodes.SelectMany(entry => entry.Episode.Scenes).SelectMany(scene => scene.Arcs).CountBy(arc => arc)
                    .OrderByDescending(arc => arc.Value).Select(arc => arc.Key),
            ],
        };
    }

    /// <summary>Metadata that say it.</summary>
    /// <param name="telenovelas">What was learned.</param>
    public static JsonObject Write(IReadOnlyList<LearnedTelenovela> telenovelas) => new() { [Key] = JsonSerializer.SerializeToNode(telenovelas, Json) };
}
