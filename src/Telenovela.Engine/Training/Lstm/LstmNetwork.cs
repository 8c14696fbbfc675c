using System.Numerics.Tensors;
using Telenovela.Engine.Models;

namespace Telenovela.Engine.Training.Lstm;

/// <summary>How a network is regularised while it trains; each a share.</summary>
/// <param name="Activations">
/// Of the activations between the layers, the same ones at every step of a piece (locked dropout: Gal and Ghahramani 2016).
/// </param>
/// <param name="Words">Of the vocabulary, left out of the input for a piece (embedding dropout, the same authors).</param>
/// <param name="Weights">Of the recurrent weights, left out for a piece (weight drop: Merity, Keskar and Socher 2017).</param>
internal sealed record Regularisation(double Activations, double Words = 0, double Weights = 0);

/// <summary>
/// A language model in training: embedding, LSTM layers, output layer, with their derivatives written out, since libtorch's LSTM gains
/// nothing from bfloat16 on the way back.
/// </summary>
internal sealed class LstmNetwork : IDisposable
{
    private const string FirstInput = "lstm.weight_ih_l0";

    private readonly Dictionary<string, Parameter> _parameters;
    private readonly Parameter _embedding;
    private readonly TrainableLayer[] _layers;
    private readonly OutputLayer _output;
    private readonly Workers _workers;
    private readonly bool _bfloat16;

    /// <summary>
    /// Tied rows are small, as logits must be; as inputs they are multiplied by √embedding (Vaswani et al. 2017), or the gates would hardly
    /// notice them for the first thousand updates. Outside, the factor is part of the first layer's weights.
    /// </summary>
    private readonly float _inputScale;

    /// <summary>
    /// A network with fresh weights, the same ones for the same seed. With <paramref name="bfloat16"/>, products are made of bfloat16
    /// numbers; the weights themselves stay 32-bit.
    /// </summary>
    public LstmNetwork(ModelShape shape, long seed, bool bfloat16, Workers workers)
    {
        Shape = shape;
        _bfloat16 = bfloat16;
        _workers = workers;
        _inputScale = shape.Tied ? MathF.Sqrt(shape.Embedding) : 1;
        _parameters = shape.Tensors.ToDictionary(tensor => tensor.Key, tensor => new Parameter(tensor.Key, tensor.Value, bfloat16));
        _embedding = _parameters["embedding.weight"];
        _layers =
        [
            .. Enumerable.Range(0, shape.Layers).Select(layer => new TrainableLayer(
                layer, shape.InputsOf(layer), shape.WidthOf(layer), _parameters, bfloat16, workers)),
        ];
        _output = new OutputLayer(_parameters[shape.OutputWeight], _parameters["linear.bias"], workers);
        Initialise(new Random((int)(seed ^ (seed >> 32))));
    }

    public ModelShape Shape { get; }

    public IReadOnlyCollection<Parameter> Parameters => _parameters.Values;

    /// <summary>Copies the weights out, by PyTorch's names.</summary>
    public Dictionary<string, float[]> CopyWeights()
    {
        var weights = _parameters.ToDictionary(parameter => parameter.Key, parameter => (float[])parameter.Value.Values.Clone());
        TensorPrimitives.Multiply(weights[FirstInput], _inputScale, weights[FirstInput]);
        return weights;
    }

    /// <summary>Puts weights in place.</summary>
    public void SetWeights(IReadOnlyDictionary<string, float[]> weights)
    {
        foreach (var (name, parameter) in _parameters)
        {
            weights[name].CopyTo(parameter.Values, 0);
        }

        TensorPrimitives.Divide(_parameters[FirstInput].Values, _inputScale, _parameters[FirstInput].Values);
    }

    /// <summary>The state before any text.</summary>
    public LayerState[] NewState(int streams) =>
        [.. _layers.Select(layer => new LayerState(new float[streams * layer.Width], new float[streams * layer.Width]))];

    /// <summary>Brings the products' copies up to date; needed after the weights have changed.</summary>
    public void Refresh(double weightDrop, Random random)
    {
        _parameters[Shape.OutputWeight].Refresh(null, _workers);
        foreach (var layer in _layers)
        {
            layer.Refresh(weightDrop, random);
        }
    }

    /// <summary>Reads a piece without learning, and moves the state behind it. Returns the sum of the losses, nats.</summary>
    public double Evaluate(TokenPiece piece, LayerState[] state) => Run(piece, state, null, null);

    /// <summary>
    /// Reads a piece, sets every gradient of its mean loss, and moves the state behind it. Returns the sum of the losses, nats.
    /// </summary>
    public double Learn(TokenPiece piece, LayerState[] state, Regularisation regularisation, Random random) =>
        Run(piece, state, regularisation, random);

    public void Dispose()
    {
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }

        foreach (var parameter in _parameters.Values)
        {
            parameter.Dispose();
        }
    }

    private double Run(TokenPiece piece, LayerState[] state, Regularisation? regularisation, Random? random)
    {
        var masks = new float[_layers.Length + 1][];
        for (var at = 0; regularisation is { Activations: > 0 } && at < masks.Length; at++)
        {
            var width = at == 0 ? Shape.Embedding : _layers[at - 1].Width;
            masks[at] = Dropout.Mask(piece.Streams * width, regularisation.Activations, random!);
        }

        var words = regularisation is { Words: > 0 } ? Dropout.Mask(Shape.Vocabulary, regularisation.Words, random!) : null;
        var inputs = new List<Matrix> { Embed(piece, masks[0], words) };
        try
        {
            for (var at = 0; at < _layers.Length; at++)
            {
                using var output = _layers[at].Forward(inputs[at], state[at], piece.Streams);
                inputs.Add(Masked(output, masks[at + 1], piece.Streams, _layers[at].Width));
            }

            using var byTop = regularisation is null ? null : new Matrix(inputs[^1].Rows, inputs[^1].Columns, _bfloat16);
            var loss = _output.Loss(inputs[^1], piece.Targets, byTop);
            if (byTop is not null)
            {
                Back(piece, inputs, byTop, masks, words);
            }

            return loss;
        }
        finally
        {
            inputs.ForEach(input => input.Dispose());
        }
    }

    private void Back(TokenPiece piece, List<Matrix> inputs, Matrix byTop, float[][] masks, float[]? words)
    {
        var above = byTop;
        for (var at = _layers.Length - 1; at >= 0; at--)
        {
            var below = _layers[at].Backward(inputs[at], above, masks[at + 1], piece.Streams);
            if (above != byTop)
            {
                above.Dispose();
            }

            above = below;
        }

        using (above)
        {
            BackToEmbedding(piece, above, masks[0], words);
        }
    }

    /// <summary>Adds to the rows of the tokens that were read. A tied embedding has its gradient from the output layer already.</summary>
    private void BackToEmbedding(TokenPiece piece, Matrix byInput, float[]? mask, float[]? words)
    {
        if (!Shape.Tied)
        {
            Array.Clear(_embedding.Gradient);
        }

        var width = Shape.Embedding;
        var row = new float[width];
        for (var at = 0; at < piece.Inputs.Length; at++)
        {
            byInput.Load(at, row);
            if (mask is not null)
            {
                TensorPrimitives.Multiply(row, mask.AsSpan(at % piece.Streams * width, width), row);
            }

            TensorPrimitives.Multiply(row, _inputScale * (words is null ? 1 : words[piece.Inputs[at]]), row);
            var gradient = _embedding.Gradient.AsSpan(piece.Inputs[at] * width, width);
            TensorPrimitives.Add(gradient, row, gradient);
        }
    }

    private Matrix Embed(TokenPiece piece, float[]? mask, float[]? words)
    {
        var width = Shape.Embedding;
        var embedded = new Matrix(piece.Inputs.Length, width, _bfloat16);
        var row = new float[width];
        for (var at = 0; at < piece.Inputs.Length; at++)
        {
            var scale = _inputScale * (words is null ? 1 : words[piece.Inputs[at]]);
            TensorPrimitives.Multiply(_embedding.Values.AsSpan(piece.Inputs[at] * width, width), scale, row);
            if (mask is not null)
            {
                TensorPrimitives.Multiply(row, mask.AsSpan(at % piece.Streams * width, width), row);
            }

            embedded.Store(at, row);
        }

        return embedded;
    }

    private Matrix Masked(TorchSharp.torch.Tensor output, float[]? mask, int streams, int width)
    {
        var masked = new Matrix(output.shape[0], width, _bfloat16);
        masked.Tensor.copy_(output);
        if (mask is not null)
        {
            _workers.Run(masked.Rows, (from, to) =>
            {
                var row = new float[width];
                for (var at = from; at < to; at++)
                {
                    masked.Load(at, row);
                    TensorPrimitives.Multiply(row, mask.AsSpan(at % streams * width, width), row);
                    masked.Store(at, row);
                }
            });
        }

        return masked;
    }

    /// <summary>
    /// Uniform between ±1/√width, as PyTorch does; an embedding that is also the output layer small, since its rows are logits too. The
    /// forget gates begin open, so that memory lasts until the model learns what to forget (Jozefowicz et al. 2015).
    /// </summary>
    private void Initialise(Random random)
    {
        foreach (var (name, parameter) in _parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            var bound = name switch
            {
                "embedding.weight" => Shape.Tied ? 0.1 : Math.Sqrt(3),
                "linear.bias" => 0,
                "linear.weight" => 1 / Math.Sqrt(Shape.Width),
                _ => 1 / Math.Sqrt(Shape.WidthOf(
                    int.Parse(name[(name.LastIndexOf('l') + 1)..], System.Globalization.CultureInfo.InvariantCulture))),
            };
            for (var at = 0; at < parameter.Values.Length; at++)
            {
                parameter.Values[at] = (float)(((2 * random.NextDouble()) - 1) * bound);
            }

            if (name.StartsWith("lstm.bias_ih", StringComparison.Ordinal))
            {
                parameter.Values.AsSpan(parameter.Values.Length / 4, parameter.Values.Length / 4).Fill(1);
            }
        }
    }
}
