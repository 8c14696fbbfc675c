using Telenovela.Bot.Retraining.Reports;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>
/// Measures whether a model knows lines that it must not know: what it gained on them over a model that never saw them, against what it gained on
/// paraphrases of them. A paraphrase is no sentence that somebody wrote, and any model that has learned to write better gains less on it; so the same is
/// measured on lines that the model has surely never seen, and only what goes beyond that counts.
/// </summary>
public static class Exposure
{
    private const int Controls = 4;

    /// <summary>Fewer lines differ too much by chance to decide anything.</summary>
    private const int FewestLines = 8;

    /// <summary>Fewer have no variance.</summary>
    private const int FewestUnseenLines = 2;

    /// <summary>Measures.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stranger">A model that has surely never seen the lines.</param>
    /// <param name="lines">What is read before each line, and the line.</param>
    /// <param name="unseen">Lines that neither has seen.</param>
    /// <param name="paraphrases">Makes the controls.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="onLine">Called before each measurement.</param>
    /// <returns>Null where there are fewer than eight lines, or fewer than two unseen ones: that would be chance.</returns>
    public static ExposureFigures? Of(
        LanguageModel model,
        LanguageModel stranger,
        IReadOnlyList<(string Before, string Line)> lines,
        IReadOnlyList<(string Before, string Line)> unseen,
        Paraphrases paraphrases,
        CancellationToken cancellationToken,
        Action? onLine = null)
    {
        if (lines.Count < FewestLines || unseen.Count < FewestUnseenLines)
        {
            return null;
        }

        var (known, usual) = (Excesses(lines), Excesses(unseen));
        var error = Math.Sqrt((Variance(known) / known.Count) + (Variance(usual) / usual.Count));
        return new ExposureFigures(known.Count, known.Average() - usual.Average(), error);

        List<double> Excesses(IReadOnlyList<(string Before, string Line)> some) =>
            [.. some.Select((line, at) => Gain(line.Before, line.Line) - paraphrases.Of(line.Line, Controls, at).Average(other => Gain(line.Before, other)))];

        double Gain(string before, string line)
        {
            onLine?.Invoke();
            return Evaluator.Evaluate(stranger, line, context: before, cancellationToken: cancellationToken).Nats
                - Evaluator.Evaluate(model, line, context: before, cancellationToken: cancellationToken).Nats;
        }
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => Math.Pow(value - mean, 2)) / (values.Count - 1);
    }
}
