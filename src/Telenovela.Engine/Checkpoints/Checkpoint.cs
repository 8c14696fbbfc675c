using Telenovela.Engine.Model;
using Telenovela.Engine.Text;

namespace Telenovela.Engine.Checkpoints;

/// <summary>A model with all that is needed to use it and to know where it came from.</summary>
public sealed record Checkpoint
{
    /// <summary>Its size.</summary>
    public required ModelShape Shape { get; init; }

    /// <summary>Its vocabulary.</summary>
    public required CharacterTokenizer Tokenizer { get; init; }

    /// <summary>The tensors of <see cref="ModelShape.Tensors"/>, row by row.</summary>
    public required IReadOnlyDictionary<string, float[]> Weights { get; init; }

    /// <summary>Where it came from.</summary>
    public CheckpointOrigin Origin { get; init; } = new();
}
