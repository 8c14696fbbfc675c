using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;
using Telenovela.Engine.Training.Lstm;

namespace Telenovela.Engine.Training;

/// <summary>Where a training stands, so that it can go on after a stop. The LSTM's carried state isn't kept: it fills up again within a few pieces.</summary>
/// <param name="Fingerprint">Of text, options and start: a state goes on only with the same.</param>
/// <param name="Epoch">The running epoch, from 1.</param>
/// <param name="Reached">How far it is.</param>
/// <param name="Tokenizer">The vocabulary.</param>
/// <param name="Shape">The model's size.</param>
/// <param name="Weights">As they are.</param>
/// <param name="Moments">The optimizer's memory.</param>
/// <param name="Best">The best epoch so far with its weights; null before the first epoch's end.</param>
internal sealed record TrainingState(
    string Fingerprint,
    int Epoch,
    EpochSoFar Reached,
    ITokenizer Tokenizer,
    ModelShape Shape,
    IReadOnlyDictionary<string, float[]> Weights,
    Moments Moments,
    TrainedModel? Best);

/// <summary>What <see cref="AdamW"/> remembers.</summary>
/// <param name="Step">Updates done.</param>
/// <param name="Means">Running means of the gradients, by parameter.</param>
/// <param name="Squares">Running means of their squares.</param>
internal sealed record Moments(long Step, IReadOnlyDictionary<string, float[]> Means, IReadOnlyDictionary<string, float[]> Squares)
{
    public static Moments Of(AdamW optimizer) => new(optimizer.Step, optimizer.Means, optimizer.Squares);

    public void Restore(AdamW optimizer)
    {
        optimizer.Step = Step;
        foreach (var name in Means.Keys)
        {
            Means[name].CopyTo(optimizer.Means[name], 0);
            Squares[name].CopyTo(optimizer.Squares[name], 0);
        }
    }
}
