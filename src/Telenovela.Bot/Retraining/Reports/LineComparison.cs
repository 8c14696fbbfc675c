namespace Telenovela.Bot.Retraining.Reports;

/// <summary>The loss of both models on contributed lines that neither has seen, nats per character, each line counting by its length.</summary>
/// <param name="Champion">The model in use.</param>
/// <param name="Challenger">The model that would take its place.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="StandardError">Of the difference, over lines (ratio estimator; Cochran, Sampling Techniques, section 6.3); no number for a single line.</param>
public sealed record LineComparison(double Champion, double Challenger, int Lines, double StandardError)
{
    /// <summary>What the challenger is worse by.</summary>
    public double Difference => Challenger - Champion;
}
