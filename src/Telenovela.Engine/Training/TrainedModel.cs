using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Training;

/// <summary>What training has made: the best weights, and how they came about.</summary>
/// <param name="Shape">The model's size.</param>
/// <param name="Tokenizer">Its vocabulary.</param>
/// <param name="Weights">The best epoch's, by PyTorch's names.</param>
/// <param name="Best">The epoch they are from.</param>
/// <param name="Epochs">All finished epochs.</param>
public sealed record TrainedModel(
    ModelShape Shape, ITokenizer Tokenizer, IReadOnlyDictionary<string, float[]> Weights,
    EpochResult Best, IReadOnlyList<EpochResult> Epochs);
