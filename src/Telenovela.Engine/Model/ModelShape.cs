namespace Telenovela.Engine.Model;

/// <summary>The size of a language model.</summary>
/// <param name="Vocabulary">Tokens, the unknown one included.</param>
/// <param name="Embedding">Numbers that a token is embedded in.</param>
/// <param name="Width">Units of each LSTM layer.</param>
/// <param name="Layers">LSTM layers, one above the other.</param>
public sealed record ModelShape(int Vocabulary, int Embedding, int Width, int Layers)
{
    /// <summary>All trainable numbers.</summary>
    public long Parameters => Tensors.Sum(tensor => tensor.Value.Aggregate(1L, (size, length) => size * length));

    /// <summary>The tensors with their shapes, named and shaped as PyTorch's <c>Embedding</c>, <c>LSTM</c> and <c>Linear</c> have them.</summary>
    public IReadOnlyDictionary<string, long[]> Tensors
    {
        get
        {
            var tensors = new SortedDictionary<string, long[]>(StringComparer.Ordinal) { ["embedding.weight"] = [Vocabulary, Embedding] };
            for (var layer = 0; layer < Layers; layer++)
            {
                tensors[$"lstm.weight_ih_l{layer}"] = [4L * Width, layer == 0 ? Embedding : Width];
                tensors[$"lstm.weight_hh_l{layer}"] = [4L * Width, Width];
                tensors[$"lstm.bias_ih_l{layer}"] = [4L * Width];
                tensors[$"lstm.bias_hh_l{layer}"] = [4L * Width];
            }

            tensors["linear.weight"] = [Vocabulary, Width];
            tensors["linear.bias"] = [Vocabulary];
            return tensors;
        }
    }
}
