namespace Telenovela.Bot.Retraining.Stages;

/// <summary>How far a stage is.</summary>
/// <param name="Share">Of the stage, 0 to 1.</param>
public sealed record StageProgress(double Share)
{
    /// <summary>The model that is worked on.</summary>
    public string? Model { get; init; }

    /// <summary>The epoch of its training.</summary>
    public int? Epoch { get; init; }

    /// <summary>How many epochs there are.</summary>
    public int? Epochs { get; init; }

    /// <summary>Its loss on held-out text after the last epoch, nats per character.</summary>
    public double? HeldOutNats { get; init; }
}
