using Telenovela.Engine.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Telenovela.Tests.Engine;

/// <summary>The same network of torch's own modules, a layer at a time: what our training and decoding are compared with.</summary>
internal sealed class TorchModel : IDisposable
{
    private readonly ModelShape _shape;
    private readonly Embedding _embedding;
    private readonly List<LSTM> _layers = [];
    private readonly Linear? _linear;
    private readonly TorchSharp.Modules.Parameter _bias;

    public TorchModel(ModelShape shape, IReadOnlyDictionary<string, float[]> weights)
    {
        _shape = shape;
        using var noGradient = no_grad();
        _embedding = nn.Embedding(shape.Vocabulary, shape.Embedding);
        Put(_embedding.weight!, weights["embedding.weight"]);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var lstm = nn.LSTM(shape.InputsOf(layer), shape.WidthOf(layer));
            foreach (var (name, parameter) in lstm.named_parameters())
            {
                Put(parameter, weights[$"lstm.{name.Replace("l0", $"l{layer}", StringComparison.Ordinal)}"]);
            }

            _layers.Add(lstm);
        }

        if (!shape.Tied)
        {
            _linear = nn.Linear(shape.Width, shape.Vocabulary, hasBias: false);
            Put(_linear.weight!, weights["linear.weight"]);
        }

        _bias = nn.Parameter(tensor(weights["linear.bias"]));
    }

    /// <summary>All that is trained.</summary>
    public IEnumerable<TorchSharp.Modules.Parameter> Parameters =>
        [.. _embedding.parameters(), .. _layers.SelectMany(layer => layer.parameters()), .. _linear?.parameters() ?? [], _bias];

    /// <summary>
    /// Logits <c>[time × streams, vocabulary]</c> behind ids that are ordered by step, then stream. Each layer's state is taken up and
    /// replaced; null begins with zeros.
    /// </summary>
    public Tensor Read(int[] tokens, int streams, (Tensor Hidden, Tensor Cell)?[]? state = null)
    {
        var output = _embedding.call(tensor(tokens.Select(id => (long)id).ToArray()).reshape(-1, streams));
        for (var layer = 0; layer < _layers.Count; layer++)
        {
            var (next, hidden, cell) = _layers[layer].call(output, state?[layer]);
            output = next;
            if (state is not null)
            {
                state[layer] = (hidden.MoveToOuterDisposeScope(), cell.MoveToOuterDisposeScope());
            }
        }

        return nn.functional.linear(output.flatten(0, 1), _linear?.weight ?? _embedding.weight!, _bias);
    }

    /// <summary>The gradient by a tensor of <see cref="ModelShape.Tensors"/>, after <c>backward</c>.</summary>
    public float[] Gradient(string name) => name switch
    {
        "embedding.weight" => Copy(_embedding.weight!),
        "linear.weight" => Copy(_linear!.weight!),
        "linear.bias" => Copy(_bias),
        _ when name[^1] - '0' is var layer => Copy(
            _layers[layer].named_parameters().Single(parameter => "lstm." + parameter.name == name[..^1] + "0").parameter),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    public void Dispose()
    {
        _embedding.Dispose();
        _layers.ForEach(layer => layer.Dispose());
        _linear?.Dispose();
        _bias.Dispose();
    }

    private static float[] Copy(Tensor parameter) => parameter.grad!.data<float>().ToArray();

    private static void Put(Tensor parameter, float[] values)
    {
        using var source = tensor(values).reshape(parameter.shape);
        parameter.copy_(source);
    }
}
