using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Telenovela.Engine.Decoding;

/// <summary>
/// Reads up to <see cref="Lanes"/> texts side by side: each weight is fetched once for all of them, which is what a single text spends
/// most of its time on. A vector register holds one number of every lane, so that nothing is added up across lanes.
/// </summary>
public sealed class LstmBatch
{
    /// <summary>
    /// Texts side by side: a register of 512 bits of 32-bit numbers. Where registers are shorter, two or four take their place.
    /// </summary>
    public const int Lanes = 16;

    /// <summary>Rows that are worked on together, so that each input is fetched once for all of them.</summary>
    private const int RowBlock = 8;

    private readonly LanguageModel _model;
    private readonly float[][] _hidden;
    private readonly float[][] _cell;
    private readonly float[] _input;
    private readonly float[] _gates;
    private readonly float[] _logits;

    /// <summary>A batch before any text.</summary>
    /// <param name="model">Is only read, so that others may use it at the same time.</param>
    public LstmBatch(LanguageModel model)
    {
        _model = model;
        _hidden = [.. model.Layers.Select(layer => new float[layer.Width * Lanes])];
        _cell = [.. model.Layers.Select(layer => new float[layer.Width * Lanes])];
        _input = new float[model.Shape.Embedding * Lanes];
        _gates = new float[4 * model.Layers.Max(layer => layer.Width) * Lanes];
        _logits = new float[model.Shape.Vocabulary * Lanes];
    }

    /// <summary>Puts a lane where a decoder is.</summary>
    /// <param name="lane">From 0.</param>
    /// <param name="decoder">A decoder of the same model; stays as it is.</param>
    public void Load(int lane, LstmDecoder decoder)
    {
        for (var layer = 0; layer < _hidden.Length; layer++)
        {
            for (var unit = 0; unit < decoder.Hidden[layer].Length; unit++)
            {
                _hidden[layer][(unit * Lanes) + lane] = decoder.Hidden[layer][unit];
                _cell[layer][(unit * Lanes) + lane] = decoder.Cell[layer][unit];
            }
        }
    }

    /// <summary>A decoder that goes on where a lane is.</summary>
    /// <param name="lane">From 0.</param>
    public LstmDecoder Save(int lane)
    {
        var decoder = new LstmDecoder(_model);
        for (var layer = 0; layer < _hidden.Length; layer++)
        {
            for (var unit = 0; unit < decoder.Hidden[layer].Length; unit++)
            {
                decoder.Hidden[layer][unit] = _hidden[layer][(unit * Lanes) + lane];
                decoder.Cell[layer][unit] = _cell[layer][(unit * Lanes) + lane];
            }
        }

        return decoder;
    }

    /// <summary>Reads a token in every lane.</summary>
    /// <param name="tokens">A token for each lane, <see cref="Lanes"/> in all; lanes that are of no interest read anything.</param>
    public void Read(ReadOnlySpan<int> tokens)
    {
        var embedding = _model.Shape.Embedding;
        for (var lane = 0; lane < Lanes; lane++)
        {
            var row = _model.Embedding.AsSpan(tokens[lane] * embedding, embedding);
            for (var at = 0; at < embedding; at++)
            {
                _input[(at * Lanes) + lane] = row[at];
            }
        }

        for (var layer = 0; layer < _hidden.Length; layer++)
        {
            var weights = _model.Layers[layer];
            var gates = _gates.AsSpan(0, 4 * weights.Width * Lanes);
            Multiply(weights.InputWeight, weights.Bias, layer == 0 ? _input : _hidden[layer - 1], gates);
            Multiply(weights.RecurrentWeight, null, _hidden[layer], gates);
            Step(gates, _hidden[layer], _cell[layer]);
        }
    }

    /// <summary>Works out the logits of each lane's next token.</summary>
    public void Predict() => Multiply(_model.OutputWeight, _model.OutputBias, _hidden[^1], _logits);

    /// <summary>A lane's logits, <c>[vocabulary]</c>, as <see cref="Predict"/> has left them.</summary>
    /// <param name="lane">From 0.</param>
    /// <param name="logits">Gets those of as many tokens as it has room for.</param>
    public void CopyLogits(int lane, Span<float> logits)
    {
        for (var token = 0; token < logits.Length; token++)
        {
            logits[token] = _logits[(token * Lanes) + lane];
        }
    }

    /// <summary>
    /// outputs = weights · inputs, plus the bias, or what is there where there is none;
    /// <c>[rows, lanes] = [rows, columns] · [columns, lanes]</c>.
    /// </summary>
    private static void Multiply(float[] weights, float[]? bias, float[] inputs, Span<float> outputs)
    {
        var rows = outputs.Length / Lanes;
        var columns = inputs.Length / Lanes;
        ref var w = ref MemoryMarshal.GetArrayDataReference(weights);
        ref var x = ref MemoryMarshal.GetArrayDataReference(inputs);
        ref var y = ref MemoryMarshal.GetReference(outputs);
        var row = 0;
        for (; row <= rows - RowBlock; row += RowBlock)
        {
            var (s0, s1, s2, s3, s4, s5, s6, s7) = (
                Start(ref y, row, bias), Start(ref y, row + 1, bias), Start(ref y, row + 2, bias), Start(ref y, row + 3, bias),
                Start(ref y, row + 4, bias), Start(ref y, row + 5, bias), Start(ref y, row + 6, bias), Start(ref y, row + 7, bias));
            ref var r0 = ref Unsafe.Add(ref w, row * columns);
            ref var r4 = ref Unsafe.Add(ref w, (row + 4) * columns);
            for (var column = 0; column < columns; column++)
            {
                var input = Vector512.LoadUnsafe(ref x, (nuint)(column * Lanes));
                s0 = Vector512.MultiplyAddEstimate(At(ref r0, column), input, s0);
                s1 = Vector512.MultiplyAddEstimate(At(ref r0, columns + column), input, s1);
                s2 = Vector512.MultiplyAddEstimate(At(ref r0, (2 * columns) + column), input, s2);
                s3 = Vector512.MultiplyAddEstimate(At(ref r0, (3 * columns) + column), input, s3);
                s4 = Vector512.MultiplyAddEstimate(At(ref r4, column), input, s4);
                s5 = Vector512.MultiplyAddEstimate(At(ref r4, columns + column), input, s5);
                s6 = Vector512.MultiplyAddEstimate(At(ref r4, (2 * columns) + column), input, s6);
                s7 = Vector512.MultiplyAddEstimate(At(ref r4, (3 * columns) + column), input, s7);
            }

            Put(ref y, row, s0);
            Put(ref y, row + 1, s1);
            Put(ref y, row + 2, s2);
            Put(ref y, row + 3, s3);
            Put(ref y, row + 4, s4);
            Put(ref y, row + 5, s5);
            Put(ref y, row + 6, s6);
            Put(ref y, row + 7, s7);
        }

        for (; row < rows; row++)
        {
            var sum = Start(ref y, row, bias);
            for (var column = 0; column < columns; column++)
            {
                sum = Vector512.MultiplyAddEstimate(
                    At(ref w, (row * columns) + column), Vector512.LoadUnsafe(ref x, (nuint)(column * Lanes)), sum);
            }

            Put(ref y, row, sum);
        }

    }

    /// <summary>One step of every lane, as <see cref="LstmLayer.Step"/> does it for one.</summary>
    private static void Step(Span<float> gates, float[] hidden, float[] cell)
    {
        var part = hidden.Length;
        ref var g = ref MemoryMarshal.GetReference(gates);
        ref var h = ref MemoryMarshal.GetArrayDataReference(hidden);
        ref var c = ref MemoryMarshal.GetArrayDataReference(cell);
        for (var at = 0; at < part; at += Lanes)
        {
            var input = Sigmoid(Vector512.LoadUnsafe(ref g, (nuint)at));
            var forget = Sigmoid(Vector512.LoadUnsafe(ref g, (nuint)(at + part)));
            var candidate = Tanh(Vector512.LoadUnsafe(ref g, (nuint)(at + (2 * part))));
            var output = Sigmoid(Vector512.LoadUnsafe(ref g, (nuint)(at + (3 * part))));
            var next = (forget * Vector512.LoadUnsafe(ref c, (nuint)at)) + (input * candidate);
            next.StoreUnsafe(ref c, (nuint)at);
            (output * Tanh(next)).StoreUnsafe(ref h, (nuint)at);
        }
    }

    private static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-x));

    private static Vector512<float> Tanh(Vector512<float> x) => (Sigmoid(x + x) * 2) - Vector512<float>.One;

    private static Vector512<float> At(ref float weights, int at) => Vector512.Create(Unsafe.Add(ref weights, at));

    private static Vector512<float> Start(ref float outputs, int row, float[]? bias) =>
        bias is null ? Vector512.LoadUnsafe(ref outputs, (nuint)(row * Lanes)) : Vector512.Create(bias[row]);

    private static void Put(ref float outputs, int row, Vector512<float> sum) => sum.StoreUnsafe(ref outputs, (nuint)(row * Lanes));
}
