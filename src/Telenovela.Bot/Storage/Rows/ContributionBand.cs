namespace Telenovela.Bot.Storage.Rows;

/// <summary>One band of a line's fingerprint, for finding nearly equal lines.</summary>
public sealed class ContributionBand
{
    /// <summary>One of <see cref="Contributions.ContributionFingerprint.Bands"/>.</summary>
    public long Band { get; set; }

    /// <summary>The line.</summary>
    public long ContributionId { get; set; }
}
