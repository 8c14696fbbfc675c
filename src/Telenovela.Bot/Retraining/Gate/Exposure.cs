using Telenovela.Bot.Retraining.Reports;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>Measures whether a model knows lines that it must not know.</summary>
public static class Exposure
{
    private const int Controls = 4;

    /// <summary>Measures.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stranger">A model that has surely never seen the lines.</param>
    /// <param name="lines">What is read before each line, and the line.</param>
    /// <param name="paraphrases">Makes the controls.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where there is no line.</returns>
    public static ExposureFigures? Of(
        LanguageModel model, LanguageModel stranger, IReadOnlyList<(string Before, string Line)> lines, Paraphrases paraphrases, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var excesses = new List<double>();
        var spreads = new List<double>();
        foreach (var (at, (before, line)) in lines.Index())
        {
            var controls = paraphrases.Of(line, Controls, at).Select(other => Gain(before, other)).ToList();
            excesses.Add(Gain(before, line) - controls.Average());
            spreads.Add(Math.Sqrt(controls.Sum(gain => Math.Pow(gain - controls.Average(), 2)) / (Controls - 1)));
        }

        var mean = excesses.Average();
        var n = excesses.Count;

        // A single line is judged by how its paraphrases differ among themselves.
        var error = n == 1 ? spreads[0] * Math.Sqrt(1 + (1.0 / Controls)) : Math.Sqrt(excesses.Sum(excess => Math.Pow(excess - mean, 2)) / (n - 1) / n);
        return new ExposureFigures(n, mean, error);

        double Gain(string before, string line) =>
            Evaluator.Evaluate(stranger, line, context: before, cancellationToken: cancellationToken).Nats
            - Evaluator.Evaluate(model, line, context: before, cancellationToken: cancellationToken).Nats;
    }
}
