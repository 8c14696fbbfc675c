using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;

namespace Telenovela.Story.Models.Generations;

/// <summary>
/// A short text with the loss that the model had on it when it was published. Checksums tell that files are the same; this tells that
/// they still mean the same: a vocabulary in another order has the same shape, and is found out here.
/// </summary>
/// <param name="Text">Nobody's contribution: from the held-out episodes of the corpus.</param>
/// <param name="Nats">Loss, nats per character.</param>
public sealed record ModelProbe(string Text, double Nats)
{
    /// <summary>Most characters: a tenth of a second.</summary>
    public const int Length = 400;

    /// <summary>Another processor adds up in another order.</summary>
    private const double Tolerance = 0.01;

    /// <summary>Measures.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">At least two characters; only the first <see cref="Length"/> are taken.</param>
    public static ModelProbe Of(LanguageModel model, string text)
    {
        var probe = text[..Math.Min(text.Length, Length)];
        return new ModelProbe(probe, Evaluator.Evaluate(model, probe).Nats);
    }

    /// <summary>Whether a model foresees the text as it did.</summary>
    /// <param name="model">The model.</param>
    public bool Fits(LanguageModel model) => Math.Abs(Evaluator.Evaluate(model, Text).Nats - Nats) <= Tolerance;
}
