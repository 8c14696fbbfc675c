using System.Numerics.Tensors;
using Telenovela.Engine.Models;

namespace Telenovela.Engine.Decoding;

/// <summary>One layer's weights, laid out for reading row by row.</summary>
internal sealed class LstmLayer
{
    private readonly int _inputs;

    public LstmLayer(IReadOnlyDictionary<string, float[]> weights, int layer, ModelShape shape)
    {
        Width = shape.WidthOf(layer);
        _inputs = shape.InputsOf(layer);
        InputWeight = weights[$"lstm.weight_ih_l{layer}"];
        RecurrentWeight = weights[$"lstm.weight_hh_l{layer}"];
        Bias = new float[4 * Width];
        TensorPrimitives.Add(weights[$"lstm.bias_ih_l{layer}"], weights[$"lstm.bias_hh_l{layer}"], Bias);
    }

    public int Width { get; }

    /// <summary><c>[4 × width, inputs]</c>.</summary>
    public float[] InputWeight { get; }

    /// <summary><c>[4 × width, width]</c>.</summary>
    public float[] RecurrentWeight { get; }

    /// <summary>Both biases together, <c>[4 × width]</c>.</summary>
    public float[] Bias { get; }

    /// <summary>This layer's input part for every token: computed once, since a token's embedding never changes.</summary>
    /// <param name="embedding"><c>[vocabulary, embedding]</c>.</param>
    /// <param name="vocabulary">Tokens.</param>
    /// <returns><c>[vocabulary, 4 × width]</c>, biases included.</returns>
    public float[] TableFor(float[] embedding, int vocabulary)
    {
        var table = new float[vocabulary * 4 * Width];
        for (var token = 0; token < vocabulary; token++)
        {
            FromInput(embedding.AsSpan(token * _inputs, _inputs), table.AsSpan(token * 4 * Width, 4 * Width));
        }

        return table;
    }

    /// <summary>The gates' part that comes from below: W_ih·x + b_ih + b_hh.</summary>
    public void FromInput(ReadOnlySpan<float> input, Span<float> gates)
    {
        for (var row = 0; row < gates.Length; row++)
        {
            gates[row] = Bias[row] + TensorPrimitives.Dot(InputWeight.AsSpan(row * _inputs, _inputs), input);
        }
    }

    /// <summary>
    /// One step. Gates in PyTorch's order: input, forget, cell, output (PyTorch documentation, <c>torch.nn.LSTM</c>).
    /// </summary>
    /// <param name="gates">What comes from below; overwritten.</param>
    /// <param name="hidden">The layer's output before, and after.</param>
    /// <param name="cell">The layer's memory before, and after.</param>
    public void Step(Span<float> gates, Span<float> hidden, Span<float> cell)
    {
        for (var row = 0; row < gates.Length; row++)
        {
            gates[row] += TensorPrimitives.Dot(RecurrentWeight.AsSpan(row * Width, Width), hidden);
        }

        var input = gates[..Width];
        var forget = gates.Slice(Width, Width);
        var candidate = gates.Slice(2 * Width, Width);
        var output = gates.Slice(3 * Width, Width);
        TensorPrimitives.Sigmoid(input, input);
        TensorPrimitives.Sigmoid(forget, forget);
        TensorPrimitives.Tanh(candidate, candidate);
        TensorPrimitives.Sigmoid(output, output);

        // c = f·c + i·g, h = o·tanh(c)
        TensorPrimitives.Multiply(input, candidate, input);
        TensorPrimitives.MultiplyAdd(forget, cell, input, cell);
        TensorPrimitives.Tanh(cell, hidden);
        TensorPrimitives.Multiply(output, hidden, hidden);
    }
}
