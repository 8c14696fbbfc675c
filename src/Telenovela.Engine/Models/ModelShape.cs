using System.Text.Json.Serialization;

namespace Telenovela.Engine.Models;

/// <summary>The size of a language model: embedding, LSTM layers, output layer.</summary>
/// <param name="Vocabulary">Tokens, the unknown one included.</param>
/// <param name="Embedding">Numbers that a token is embedded in.</param>
/// <param name="Width">Units of each LSTM layer.</param>
/// <param name="Layers">LSTM layers, one above the other.</param>
public sealed record ModelShape(int Vocabulary, int Embedding, int Width, int Layers)
{
    /// <summary>
    /// Whether the output layer's weights are the embedding (Press and Wolf 2017; Inan et al. 2017). The last LSTM layer is then as wide
    /// as the embedding.
    /// </summary>
    public bool Tied { get; init; }

    /// <summary>All trainable numbers.</summary>
    public long Parameters => Tensors.Sum(tensor => tensor.Value.Aggregate(1L, (size, length) => size * length));

    /// <summary>The tensor that the output layer multiplies with, <c>[vocabulary, width of the last layer]</c>.</summary>
    [JsonIgnore]
    public string OutputWeight => Tied ? "embedding.weight" : "linear.weight";

    /// <summary>
    /// The tensors with their shapes, named and shaped as PyTorch's <c>Embedding</c>, <c>LSTM</c> and <c>Linear</c> have them.
    /// </summary>
    public IReadOnlyDictionary<string, long[]> Tensors
    {
        get
        {
            var tensors = new SortedDictionary<string, long[]>(StringComparer.Ordinal) { ["embedding.weight"] = [Vocabulary, Embedding] };
            for (var layer = 0; layer < Layers; layer++)
            {
                var width = WidthOf(layer);
                tensors[$"lstm.weight_ih_l{layer}"] = [4L * width, InputsOf(layer)];
                tensors[$"lstm.weight_hh_l{layer}"] = [4L * width, width];
                tensors[$"lstm.bias_ih_l{layer}"] = [4L * width];
                tensors[$"lstm.bias_hh_l{layer}"] = [4L * width];
            }

            if (!Tied)
            {
                tensors["linear.weight"] = [Vocabulary, Width];
            }

            tensors["linear.bias"] = [Vocabulary];
            return tensors;
        }
    }

    /// <summary>Units of a layer.</summary>
    /// <param name="layer">From 0.</param>
    public int WidthOf(int layer) => Tied && layer == Layers - 1 ? Embedding : Width;

    /// <summary>Numbers that a layer gets from below.</summary>
    /// <param name="layer">From 0.</param>
    public int InputsOf(int layer) => layer == 0 ? Embedding : WidthOf(layer - 1);
}
