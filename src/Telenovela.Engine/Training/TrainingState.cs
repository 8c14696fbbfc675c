using Telenovela.Engine.Model;
using Telenovela.Engine.Text;

namespace Telenovela.Engine.Training;

/// <summary>Where a training stands, so that it can go on after a stop. The LSTM's carried state isn't kept: it fills up again within a few pieces.</summary>
/// <param name="Fingerprint">Of text, options and start: a state goes on only with the same.</param>
/// <param name="Epoch">The running epoch, from 1.</param>
/// <param name="Piece">The next piece of it, from 0.</param>
/// <param name="LossSum">Loss of the epoch so far, nats.</param>
/// <param name="Characters">Characters of the epoch so far.</param>
/// <param name="Tokenizer">The vocabulary.</param>
/// <param name="Shape">The model's size.</param>
/// <param name="Weights">As they are.</param>
/// <param name="Optimizer">AdamW's moments, in torch's own form.</param>
/// <param name="Best">The best epoch so far with its weights; null before the first epoch's end.</param>
internal sealed record TrainingState(
    string Fingerprint,
    int Epoch,
    int Piece,
    double LossSum,
    long Characters,
    CharacterTokenizer Tokenizer,
    ModelShape Shape,
    IReadOnlyDictionary<string, float[]> Weights,
    byte[] Optimizer,
    TrainedModel? Best);
