using System.Numerics.Tensors;
using Telenovela.Engine.Models;

namespace Telenovela.Engine.Checkpoints;

/// <summary>What a model's weights must be.</summary>
internal static class CheckpointVerification
{
    /// <summary>The weights, when they are just those of the shape.</summary>
    /// <exception cref="CheckpointException">One is missing, misshapen, or one too many.</exception>
    public static Dictionary<string, float[]> Match(ModelShape shape, Dictionary<string, (long[] Shape, float[] Values)> tensors)
    {
        foreach (var (name, expected) in shape.Tensors)
        {
            if (!tensors.TryGetValue(name, out var tensor))
            {
                throw new CheckpointException($"Tensor {name} is missing from the weights.");
            }

            if (!tensor.Shape.AsSpan().SequenceEqual(expected))
            {
                throw new CheckpointException($"Tensor {name} has shape [{string.Join(", ", tensor.Shape)}] instead of [{string.Join(", ", expected)}].");
            }
        }

        if (tensors.Keys.FirstOrDefault(name => !shape.Tensors.ContainsKey(name)) is { } stranger)
        {
            throw new CheckpointException($"Tensor {stranger} does not belong to the model.");
        }

        var weights = tensors.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Values);
        RequireFinite(weights);
        return weights;
    }

    /// <summary>Refuses NaN and infinities.</summary>
    /// <exception cref="CheckpointException">There is one.</exception>
    public static void RequireFinite(IReadOnlyDictionary<string, float[]> weights)
    {
        foreach (var (name, values) in weights)
        {
            if (!TensorPrimitives.IsFiniteAll<float>(values))
            {
                throw new CheckpointException($"Tensor {name} holds values that are no numbers: training went wrong. Use an earlier model.");
            }
        }
    }
}
