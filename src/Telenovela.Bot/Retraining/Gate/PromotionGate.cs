using Telenovela.Bot.Retraining.Reports;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>Decides by what was measured whether a challenger may take the champion's place.</summary>
public static class PromotionGate
{
    /// <summary>Held-out contributions from which on every difference counts.</summary>
    public const int EnoughLines = 50;

    /// <summary>Most characters in a row that a text may share with what was trained on.</summary>
    public const int LongestCopy = 60;

    /// <summary>Least share of words in a text that must be words.</summary>
    public const double FewestKnownWords = 0.85;

    /// <summary>How often the tolerance of a night may have been used up since the model was shipped.</summary>
    private const double NightsOfDrift = 4;

    /// <summary>
    /// Standard errors that the exposure of lines which must not be known may be above that of paraphrases. The same lines are asked every night: with two,
    /// chance alone would refuse everything that one bot in forty ever learns, and this only guards what the lineage guarantees.
    /// </summary>
    private const double ExposureErrors = 3;

    /// <summary>Judges.</summary>
    /// <param name="report">What was measured.</param>
    /// <param name="tolerance">What the loss on held-out episodes may be worse by, nats per character.</param>
    /// <param name="forbidden">How many of the lines learned may no longer be learned.</param>
    /// <returns>Everything that was looked at.</returns>
    public static IReadOnlyList<GateFinding> Judge(ModelReport report, double tolerance, int forbidden)
    {
        var findings = new List<GateFinding>
        {
            AtMost(GateRule.Finite, Losses(report).Count(loss => !double.IsFinite(loss)), 0),
            AtMost(GateRule.HeldOutEpisodes, report.HeldOut is { } episodes ? episodes.Challenger - episodes.Champion : double.NaN, tolerance),
        };
        if (report is { HeldOut: { } now, ShippedNats: { } shipped })
        {
            // Whoever is worse already may come back step by step.
            findings.Add(AtMost(GateRule.Drift, now.Challenger - shipped, Math.Max(NightsOfDrift * tolerance, now.Champion - shipped)));
        }

        if (report.HeldOutLines is { } lines)
        {
            // One line has no standard error; it is shown, and decides nothing.
            var limit = lines.Lines >= EnoughLines ? 0 : lines.Lines == 1 ? double.PositiveInfinity : lines.StandardError;
            findings.Add(AtMost(GateRule.HeldOutContributions, lines.Difference, limit));
        }

        if (report.Canaries is { } canaries)
        {
            findings.Add(AtLeast(GateRule.Endings, (double)canaries.Ended / canaries.Texts, 1));
            findings.Add(AtLeast(GateRule.KnownWords, canaries.KnownWords, FewestKnownWords));
            findings.Add(AtMost(GateRule.Copies, canaries.LongestCopy, LongestCopy));
        }
        else
        {
            findings.Add(new GateFinding(GateRule.Endings, false, 0, 1));
        }

        findings.Add(AtMost(GateRule.Lineage, forbidden, 0));
        if (report.Exposure is { } exposure)
        {
            findings.Add(AtMost(GateRule.Exposure, exposure.Excess, ExposureErrors * exposure.StandardError));
        }

        return findings;
    }

    private static IEnumerable<double> Losses(ModelReport report)
    {
        yield return report.HeldOut?.Challenger ?? double.NaN;
        if (report.HeldOutLines is { } lines)
        {
            yield return lines.Challenger;
        }
    }

    /// <summary>A value that is no number is neither.</summary>
    private static GateFinding AtMost(GateRule rule, double value, double limit) => new(rule, value <= limit, value, limit);

    private static GateFinding AtLeast(GateRule rule, double value, double limit) => new(rule, value >= limit, value, limit);
}
