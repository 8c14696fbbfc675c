namespace Telenovela.Benchmarks.Retraining;

/// <summary>A phase's answering times, milliseconds.</summary>
/// <param name="Count">How many answers.</param>
/// <param name="Median">Half were faster.</param>
/// <param name="P99">99 of 100 were faster.</param>
/// <param name="Most">The slowest.</param>
/// <param name="Late">99 of 100 left the sender within this time.</param>
internal sealed record PhaseFigures(int Count, double Median, double P99, double Most, double Late)
{
    public static PhaseFigures Of(IReadOnlyCollection<Acknowledgement> answers) => answers.Count == 0
        ? new PhaseFigures(0, double.NaN, double.NaN, double.NaN, double.NaN)
        : new PhaseFigures(
            answers.Count,
            At(answers.Select(answer => answer.Milliseconds), 0.5),
            At(answers.Select(answer => answer.Milliseconds), 0.99),
            answers.Max(answer => answer.Milliseconds),
            At(answers.Select(answer => answer.Late), 0.99));

    /// <summary>The smallest of the values that are not above a share of them (nearest rank).</summary>
    public static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
