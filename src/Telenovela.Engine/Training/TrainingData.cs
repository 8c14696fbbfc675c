namespace Telenovela.Engine.Training;

/// <summary>Text to learn from, and text held out to see what was learned.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="HeldOut">Never trained on, and no character of it enters the vocabulary.</param>
/// <param name="HeldOutNames">Which texts are held out; empty where it is the tail of the whole.</param>
public sealed record TrainingData(string Train, string HeldOut, IReadOnlyList<string> HeldOutNames)
{
    /// <summary>Fewest characters that can be trained on.</summary>
    public const int Fewest = 200;

    /// <summary>Every so many texts one is held out.</summary>
    private const int HoldOutEvery = 12;

    /// <summary>Fewest texts that whole ones are held out of.</summary>
    private const int FewestTexts = 6;

    /// <summary>
    /// Splits. From six texts on, every twelfth (the middle of each dozen, at least one) is held out whole; of fewer, the last tenth of all.
    /// </summary>
    /// <param name="texts">In order.</param>
    /// <exception cref="TrainingException">There are fewer than <see cref="Fewest"/> characters.</exception>
    public static TrainingData Split(IReadOnlyList<NamedText> texts)
    {
        var all = string.Concat(texts.Select(text => text.Text));
        if (all.Length < Fewest)
        {
            throw new TrainingException($"There are {all.Length} characters to train on; at least {Fewest} are needed.");
        }

        if (texts.Count < FewestTexts)
        {
            var cut = all.Length - (all.Length / 10);
            cut += char.IsLowSurrogate(all[cut]) ? 1 : 0;
            return new TrainingData(all[..cut], all[cut..], []);
        }

        var heldOut = texts.Index().Where(text => text.Index % HoldOutEvery == Math.Min(HoldOutEvery, texts.Count) / 2).Select(text => text.Item).ToList();
        return new TrainingData(
            string.Concat(texts.Except(heldOut).Select(text => text.Text)),
            string.Concat(heldOut.Select(text => text.Text)),
            [.. heldOut.Select(text => text.Name)]);
    }
}
