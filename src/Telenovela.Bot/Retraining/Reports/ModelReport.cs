namespace Telenovela.Bot.Retraining.Reports;

/// <summary>What a run found out about a model.</summary>
/// <param name="Model">Its folder's name.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record ModelReport(string Model, string Language)
{
    /// <summary>Contributed lines that it learned for the first time.</summary>
    public int NewLines { get; init; }

    /// <summary>Contributed lines that it learned in all.</summary>
    public int Lines { get; init; }

    /// <summary>Lines that the champion had learned and that may no longer be learned: training began before them.</summary>
    public int GoneLines { get; init; }

    /// <summary>The generation whose weights training began with; null for the shipped ones.</summary>
    public string? StartedFrom { get; init; }

    /// <summary>The highest approval sequence that was looked at.</summary>
    public long Watermark { get; init; }

    /// <summary>Characters that the vocabulary grew by.</summary>
    public string NewCharacters { get; init; } = "";

    /// <summary>SHA-256 over the corpus episodes that were trained on.</summary>
    public string CorpusFingerprint { get; init; } = "";

    /// <summary>SHA-256 of the frozen held-out text.</summary>
    public string HeldOutFingerprint { get; init; } = "";

    /// <summary>Why there is no challenger, or no measure of it, in English, for people; null where there is.</summary>
    public string? Failure { get; init; }

    /// <summary>The training's epochs.</summary>
    public IReadOnlyList<EpochFigures> Epochs { get; init; } = [];

    /// <summary>Loss on the held-out episodes; null before it was measured.</summary>
    public Comparison? HeldOut { get; init; }

    /// <summary>Loss of the shipped model on the same episodes, nats per character; null where it can't be compared.</summary>
    public double? ShippedNats { get; init; }

    /// <summary>Loss on the held-out contributions; null where there are none.</summary>
    public LineComparison? HeldOutLines { get; init; }

    /// <summary>What the challenger writes with fixed seeds; null before it wrote.</summary>
    public CanaryFigures? Canaries { get; init; }

    /// <summary>How well the challenger knows lines that may no longer be learned; null where the text of too few such lines is kept.</summary>
    public ExposureFigures? Exposure { get; init; }

    /// <summary>The champion's text with a seed.</summary>
    public Sample? Before { get; init; }

    /// <summary>The challenger's text with the same seed.</summary>
    public Sample? After { get; init; }

    /// <summary>What the gate looked at; empty before it did.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    /// <summary>Whether the challenger may take the champion's place.</summary>
    public bool Passed => Findings.Count > 0 && Findings.All(finding => finding.Passed);
}
