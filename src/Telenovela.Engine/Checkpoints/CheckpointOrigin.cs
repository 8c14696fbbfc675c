using System.Text.Json.Nodes;
using Telenovela.Engine.Training;

namespace Telenovela.Engine.Checkpoints;

/// <summary>How a model came about.</summary>
public sealed record CheckpointOrigin
{
    /// <summary>The epoch that the weights are from.</summary>
    public int Epoch { get; init; }

    /// <summary>Loss on the held-out text, nats per character; null where none was held out.</summary>
    public double? HeldOutNats { get; init; }

    /// <summary>What was held out.</summary>
    public IReadOnlyList<string> HeldOut { get; init; } = [];

    /// <summary>How it was trained.</summary>
    public TrainingOptions? Options { get; init; }

    /// <summary>SHA-256 of each file of the corpus, lower-case hexadecimal, by name.</summary>
    public IReadOnlyDictionary<string, string> Corpus { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? Saved { get; init; }

    /// <summary>Whatever the trainer's caller wants to find again, for example which telenovelas it has learned.</summary>
    public JsonObject Metadata { get; init; } = [];
}
