using System.Text.Json.Nodes;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Model;
using Telenovela.Engine.Text;

namespace Telenovela.Engine.Decoding;

/// <summary>
/// A trained model, ready to write. Its weights never change, so any number of <see cref="LstmDecoder"/>s may use it at the same time.
/// Needs no native library.
/// </summary>
public sealed class LanguageModel
{
    /// <summary>Prepares a model for decoding.</summary>
    public LanguageModel(Checkpoint checkpoint)
    {
        Shape = checkpoint.Shape;
        Tokenizer = checkpoint.Tokenizer;
        Origin = checkpoint.Origin;
        Layers = [.. Enumerable.Range(0, Shape.Layers).Select(layer => new LstmLayer(checkpoint.Weights, layer, Shape))];
        OutputWeight = checkpoint.Weights["linear.weight"];
        OutputBias = checkpoint.Weights["linear.bias"];
        InputTable = Layers[0].TableFor(checkpoint.Weights["embedding.weight"], Shape.Vocabulary);
    }

    /// <summary>Its size.</summary>
    public ModelShape Shape { get; }

    /// <summary>Its vocabulary.</summary>
    public CharacterTokenizer Tokenizer { get; }

    /// <summary>Where it came from.</summary>
    public CheckpointOrigin Origin { get; }

    /// <summary>What its maker noted, see <see cref="CheckpointOrigin.Metadata"/>.</summary>
    public JsonObject Metadata => Origin.Metadata;

    internal LstmLayer[] Layers { get; }

    /// <summary>What the first layer's gates get from each token, <c>[vocabulary, 4 × width]</c>.</summary>
    internal float[] InputTable { get; }

    internal float[] OutputWeight { get; }

    internal float[] OutputBias { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="directory">Its folder.</param>
    /// <exception cref="CheckpointException">There is none, or it is damaged.</exception>
    public static LanguageModel Load(string directory) => new(CheckpointFolder.Load(directory));
}
