using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Telenovela.Engine.Model;

/// <summary>
/// Embedding, LSTM (Hochreiter and Schmidhuber 1997, with forget gates: Gers et al. 2000), linear layer. Dropout stands behind
/// the embedding, between the layers and before the linear layer (Zaremba et al. 2014).
/// </summary>
public sealed class CharacterLstm : nn.Module
{
    private readonly Embedding embedding;
    private readonly LSTM lstm;
    private readonly Linear linear;
    private readonly Dropout _dropout;

    /// <summary>A model with fresh weights, drawn from torch's current random state.</summary>
    /// <param name="shape">Its size.</param>
    /// <param name="dropout">Share of activations dropped while training.</param>
    public CharacterLstm(ModelShape shape, double dropout)
        : base(nameof(CharacterLstm))
    {
        Shape = shape;
        embedding = nn.Embedding(shape.Vocabulary, shape.Embedding);
        lstm = nn.LSTM(shape.Embedding, shape.Width, shape.Layers, batchFirst: true, dropout: shape.Layers > 1 ? dropout : 0);
        linear = nn.Linear(shape.Width, shape.Vocabulary);
        _dropout = nn.Dropout(dropout);
        RegisterComponents();
        RememberByDefault();
    }

    /// <summary>Its size.</summary>
    public ModelShape Shape { get; }

    /// <summary>Reads a piece of text in every stream and predicts each next token.</summary>
    /// <param name="tokens">Ids, <c>[streams, time]</c>, 64-bit.</param>
    /// <param name="state">Hidden and cell state, each <c>[layers, streams, width]</c>.</param>
    /// <returns>Logits <c>[streams, time, vocabulary]</c>, and the state behind the piece.</returns>
    public (Tensor Logits, LstmState State) Read(Tensor tokens, LstmState state)
    {
        using var embedded = embedding.call(tokens);
        using var thinned = _dropout.call(embedded);
        var (output, hidden, cell) = lstm.call(thinned, (state.Hidden, state.Cell));
        using (output)
        {
            using var kept = _dropout.call(output);
            return (linear.call(kept), new LstmState(hidden, cell));
        }
    }

    /// <summary>The state before any text.</summary>
    /// <param name="streams">Parallel streams.</param>
    public LstmState NewState(long streams) =>
        new(zeros(Shape.Layers, streams, Shape.Width), zeros(Shape.Layers, streams, Shape.Width));

    /// <summary>Copies the weights out, by PyTorch's names.</summary>
    public Dictionary<string, float[]> CopyWeights() =>
        named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter.data<float>().ToArray());

    /// <summary>Puts weights in place.</summary>
    /// <param name="weights">All tensors of <see cref="ModelShape.Tensors"/>.</param>
    public void SetWeights(IReadOnlyDictionary<string, float[]> weights)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in named_parameters())
        {
            using var values = tensor(weights[name]).reshape(parameter.shape);
            parameter.copy_(values);
        }
    }

    /// <summary>Opens the forget gates at the start, so that memory lasts until the model learns what to forget (Jozefowicz et al. 2015).</summary>
    private void RememberByDefault()
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in named_parameters())
        {
            if (name.StartsWith("lstm.bias_ih", StringComparison.Ordinal))
            {
                using var forget = parameter.narrow(0, Shape.Width, Shape.Width);
                forget.fill_(1f);
            }
        }
    }
}
