namespace Telenovela.Engine.Training;

/// <summary>Text to learn from, and text held out to see what was learned.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="HeldOut">Never trained on, and no character of it enters the vocabulary.</param>
/// <param name="HeldOutNames">Which texts are held out; empty where it is the tail of the whole.</param>
public sealed record TrainingData(string Train, string HeldOut, IReadOnlyList<string> HeldOutNames)
{
    /// <summary>Names that a tokenizer of words or subwords gives a token each, with their colon.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Fewest characters that can be trained on.</summary>
    public const int Fewest = 200;

    /// <summary>Every so many texts of a group one is held out.</summary>
    private const int HoldOutEvery = 12;

    /// <summary>Which of each dozen: the seventh.</summary>
    private const int HoldOutAt = 6;

    /// <summary>
    /// Splits. Of each group the seventh text of every dozen is held out whole; where no group has seven, the last tenth of all.
    /// A text that is added behind, or a group that is added, changes nothing for the others: a model that is trained on can be
    /// measured on what it has never seen.
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

        var heldOut = texts.GroupBy(text => text.Group).SelectMany(group => group.Where((_, at) => at % HoldOutEvery == HoldOutAt)).ToHashSet();
        if (heldOut.Count == 0)
        {
            var cut = all.Length - (all.Length / 10);
            cut += char.IsLowSurrogate(all[cut]) ? 1 : 0;
            return new TrainingData(all[..cut], all[cut..], []);
        }

        return new TrainingData(
            string.Concat(texts.Where(text => !heldOut.Contains(text)).Select(text => text.Text)),
            string.Concat(texts.Where(heldOut.Contains).Select(text => text.Text)),
            [.. texts.Where(heldOut.Contains).Select(text => text.Name)]);
    }
}
