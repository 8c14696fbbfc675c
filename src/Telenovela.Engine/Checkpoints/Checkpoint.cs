using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Checkpoints;

/// <summary>A model with all that is needed to use it and to know where it came from.</summary>
public sealed record Checkpoint
{
    /// <summary>Its size.</summary>
    public required ModelShape Shape { get; init; }

    /// <summary>Its vocabulary.</summary>
    public required ITokenizer Tokenizer { get; init; }

    /// <summary>The tensors of <see cref="ModelShape.Tensors"/>, row by row.</summary>
    public required IReadOnlyDictionary<string, float[]> Weights { get; init; }

    /// <summary>The words of its training text; null where the model may write any.</summary>
    public Lexicon? Lexicon { get; init; }

    /// <summary>Where it came from.</summary>
    public CheckpointOrigin Origin { get; init; } = new();
}
