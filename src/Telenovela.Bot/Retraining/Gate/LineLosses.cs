using Telenovela.Bot.Retraining.Reports;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>Compares two models line by line.</summary>
public static class LineLosses
{
    /// <summary>Measures both models on lines.</summary>
    /// <param name="champion">The one.</param>
    /// <param name="challenger">The other.</param>
    /// <param name="lines">What is read before each line, and the line.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="onLine">Called behind each line.</param>
    /// <returns>Null where there is no line.</returns>
    public static LineComparison? Compare(
        LanguageModel champion, LanguageModel challenger, IReadOnlyList<(string Before, string Line)> lines, CancellationToken cancellationToken, Action? onLine = null)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var losses = lines.Select(line =>
        {
            var one = Evaluator.Evaluate(champion, line.Line, context: line.Before, cancellationToken: cancellationToken);
            var other = Evaluator.Evaluate(challenger, line.Line, context: line.Before, cancellationToken: cancellationToken);
            onLine?.Invoke();
            return (Characters: (double)one.Characters, Champion: one.Nats * one.Characters, Challenger: other.Nats * other.Characters);
        }).ToList();
        var characters = losses.Sum(loss => loss.Characters);
        var (first, second) = (losses.Sum(loss => loss.Champion) / characters, losses.Sum(loss => loss.Challenger) / characters);
        var residuals = losses.Sum(loss => Math.Pow(loss.Challenger - loss.Champion - ((second - first) * loss.Characters), 2));
        var n = losses.Count;
        return new LineComparison(first, second, n, n < 2 ? double.NaN : Math.Sqrt(n / (n - 1.0) * residuals) / characters);
    }
}
