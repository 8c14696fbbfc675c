using Telenovela.Bot.Retraining.Reports;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>What was measured of a challenger. Holds figures and generated texts, never a contributed one.</summary>
/// <param name="HeldOut">Loss on the held-out episodes.</param>
/// <param name="Canaries">What it writes with fixed seeds.</param>
public sealed record Measurement(Comparison HeldOut, CanaryFigures Canaries)
{
    /// <summary>Loss of the shipped model on the same held-out episodes, nats per character; null where it has learned some of them, or there is none.</summary>
    public double? ShippedNats { get; init; }

    /// <summary>Loss on the held-out contributions; null where there are none.</summary>
    public LineComparison? HeldOutLines { get; init; }

    /// <summary>How well it knows lines that it must not know; null where there are too few to tell.</summary>
    public ExposureFigures? Exposure { get; init; }

    /// <summary>The champion's text with a seed; null where it doesn't know the telenovela.</summary>
    public Sample? Before { get; init; }

    /// <summary>The challenger's text with the same seed; null where it knows no telenovela.</summary>
    public Sample? After { get; init; }

    /// <summary>A report to which this is added.</summary>
    /// <param name="report">What is known besides.</param>
    public ModelReport AddTo(ModelReport report) => report with
    {
        HeldOut = HeldOut,
        ShippedNats = ShippedNats,
        HeldOutLines = HeldOutLines,
        Canaries = Canaries,
        Exposure = Exposure,
        Before = Before,
        After = After,
    };
}
