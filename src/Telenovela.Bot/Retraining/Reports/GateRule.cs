namespace Telenovela.Bot.Retraining.Reports;

/// <summary>What the gate looks at.</summary>
public enum GateRule
{
    /// <summary>Every loss is a number.</summary>
    Finite,

    /// <summary>Loss on the held-out episodes.</summary>
    HeldOutEpisodes,

    /// <summary>Loss on the held-out episodes, against the shipped model's: what many nights have added up to.</summary>
    Drift,

    /// <summary>Loss on the held-out contributions.</summary>
    HeldOutContributions,

    /// <summary>Texts end their lines.</summary>
    Endings,

    /// <summary>Texts hold words.</summary>
    KnownWords,

    /// <summary>Texts don't recite.</summary>
    Copies,

    /// <summary>Nothing that may no longer be learned was trained on.</summary>
    Lineage,

    /// <summary>Nothing that may no longer be learned can be drawn out.</summary>
    Exposure,
}
