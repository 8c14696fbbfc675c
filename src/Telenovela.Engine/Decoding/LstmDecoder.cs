using System.Numerics.Tensors;

namespace Telenovela.Engine.Decoding;

/// <summary>Reads tokens one by one and predicts the next. Holds one stream's state: one decoder a text, used by one thread.</summary>
public sealed class LstmDecoder
{
    private readonly LanguageModel _model;
    private readonly float[] _gates;
    private readonly float[] _logits;

    /// <summary>A decoder before any text.</summary>
    public LstmDecoder(LanguageModel model)
    {
        _model = model;
        Hidden = [.. model.Layers.Select(layer => new float[layer.Width])];
        Cell = [.. model.Layers.Select(layer => new float[layer.Width])];
        _gates = new float[4 * model.Layers.Max(layer => layer.Width)];
        _logits = new float[model.Shape.Vocabulary];
    }

    /// <summary>Each layer's output.</summary>
    internal float[][] Hidden { get; }

    /// <summary>Each layer's memory.</summary>
    internal float[][] Cell { get; }

    /// <summary>Reads a token without asking for a prediction.</summary>
    /// <param name="token">Its id.</param>
    public void Read(int token)
    {
        for (var layer = 0; layer < _model.Layers.Length; layer++)
        {
            var gates = _gates.AsSpan(0, 4 * _model.Layers[layer].Width);
            if (layer == 0)
            {
                _model.FromToken(token, gates);
            }
            else
            {
                _model.Layers[layer].FromInput(Hidden[layer - 1], gates);
            }

            _model.Layers[layer].Step(gates, Hidden[layer], Cell[layer]);
        }
    }

    /// <summary>The logits of each token to come next, <c>[vocabulary]</c>; valid until the next call.</summary>
    public ReadOnlySpan<float> Predict()
    {
        var top = Hidden[^1];
        for (var token = 0; token < _logits.Length; token++)
        {
            _logits[token] = _model.OutputBias[token] + TensorPrimitives.Dot(_model.OutputWeight.AsSpan(token * top.Length, top.Length), top);
        }

        return _logits;
    }
}
