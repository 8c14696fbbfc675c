using System.Numerics.Tensors;

namespace Telenovela.Engine.Decoding;

/// <summary>Reads tokens one by one and predicts the next. Holds one stream's state: one decoder a text, used by one thread.</summary>
public sealed class LstmDecoder
{
    private readonly LanguageModel _model;
    private readonly float[][] _hidden;
    private readonly float[][] _cell;
    private readonly float[] _gates;
    private readonly float[] _logits;

    /// <summary>A decoder before any text.</summary>
    public LstmDecoder(LanguageModel model)
    {
        _model = model;
        _hidden = [.. model.Layers.Select(layer => new float[layer.Width])];
        _cell = [.. model.Layers.Select(layer => new float[layer.Width])];
        _gates = new float[4 * model.Shape.Width];
        _logits = new float[model.Shape.Vocabulary];
    }

    /// <summary>Reads a token without asking for a prediction.</summary>
    /// <param name="token">Its id.</param>
    public void Read(int token)
    {
        var gates = _gates.AsSpan();
        _model.InputTable.AsSpan(token * gates.Length, gates.Length).CopyTo(gates);
        for (var layer = 0; layer < _model.Layers.Length; layer++)
        {
            if (layer > 0)
            {
                _model.Layers[layer].FromInput(_hidden[layer - 1], gates);
            }

            _model.Layers[layer].Step(gates, _hidden[layer], _cell[layer]);
        }
    }

    /// <summary>The logits of each token to come next, <c>[vocabulary]</c>; valid until the next call.</summary>
    public ReadOnlySpan<float> Predict()
    {
        var top = _hidden[^1];
        for (var token = 0; token < _logits.Length; token++)
        {
            _logits[token] = _model.OutputBias[token] + TensorPrimitives.Dot(_model.OutputWeight.AsSpan(token * top.Length, top.Length), top);
        }

        return _logits;
    }
}
