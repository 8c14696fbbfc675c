using System.Text.Json.Nodes;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Decoding;

/// <summary>
/// A trained model, ready to write. Its weights never change, so any number of <see cref="LstmDecoder"/>s may use it at the same time.
/// Needs no native library.
/// </summary>
public sealed class LanguageModel
{
    /// <summary>Numbers in the largest table: 16 MB. Beyond that, looking up costs more than the product.</summary>
    private const long LargestTable = 4 * 1024 * 1024;

    /// <summary>
    /// What the first layer's gates get from each token, <c>[vocabulary, 4 × width]</c>; null where it would be too large.
    /// </summary>
    private readonly float[]? _inputTable;

    /// <summary>Prepares a model for decoding.</summary>
    public LanguageModel(Checkpoint checkpoint)
    {
        Shape = checkpoint.Shape;
        Tokenizer = checkpoint.Tokenizer;
        Origin = checkpoint.Origin;
        Lexicon = checkpoint.Lexicon;
        Layers = [.. Enumerable.Range(0, Shape.Layers).Select(layer => new LstmLayer(checkpoint.Weights, layer, Shape))];
        OutputWeight = checkpoint.Weights[Shape.OutputWeight];
        OutputBias = checkpoint.Weights["linear.bias"];
        Embedding = checkpoint.Weights["embedding.weight"];
        if (4L * Shape.Vocabulary * Shape.WidthOf(0) <= LargestTable)
        {
            _inputTable = Layers[0].TableFor(Embedding, Shape.Vocabulary);
        }
    }

    /// <summary>Its size.</summary>
    public ModelShape Shape { get; }

    /// <summary>Its vocabulary.</summary>
    public ITokenizer Tokenizer { get; }

    /// <summary>Where it came from.</summary>
    public CheckpointOrigin Origin { get; }

    /// <summary>What its maker noted, see <see cref="CheckpointOrigin.Metadata"/>.</summary>
    public JsonObject Metadata => Origin.Metadata;

    /// <summary>The words that it may write; null for any.</summary>
    public Lexicon? Lexicon { get; }

    internal LstmLayer[] Layers { get; }

    /// <summary><c>[vocabulary, embedding]</c>.</summary>
    internal float[] Embedding { get; }

    internal float[] OutputWeight { get; }

    internal float[] OutputBias { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="directory">Its folder.</param>
    /// <exception cref="CheckpointException">There is none, it is damaged, or it would write one token for ever.</exception>
    public static LanguageModel Load(string directory)
    {
        var model = new LanguageModel(CheckpointFolder.Load(directory));
        return model.IsStuck()
            ? throw new CheckpointException(
                $"The model in “{directory}” predicts the same whatever it reads: it was never trained. Train it anew.")
            : model;
    }

    /// <summary>What the first layer's gates get from a token.</summary>
    internal void FromToken(int token, Span<float> gates)
    {
        if (_inputTable is { } table)
        {
            table.AsSpan(token * gates.Length, gates.Length).CopyTo(gates);
        }
        else
        {
            Layers[0].FromInput(Embedding.AsSpan(token * Shape.Embedding, Shape.Embedding), gates);
        }
    }

    /// <summary>Whether the predictions behind one token and behind another are the same.</summary>
    private bool IsStuck()
    {
        var (one, other) = (new LstmDecoder(this), new LstmDecoder(this));
        one.Read(0);
        other.Read(Shape.Vocabulary - 1);
        return one.Predict().SequenceEqual(other.Predict());
    }
}
