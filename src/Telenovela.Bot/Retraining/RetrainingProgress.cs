using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Retraining;

/// <summary>Where a run stands.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Trigger">What began it.</param>
/// <param name="Started">When.</param>
/// <param name="Stage">The stage under way (<see cref="Stages.StageName"/>).</param>
/// <param name="Share">How much of the whole run is done, 0 to 1.</param>
/// <param name="Left">About how long the stage takes still; null where nobody can say.</param>
public sealed record RetrainingProgress(long RunId, RunTrigger Trigger, DateTimeOffset Started, string Stage, double Share, TimeSpan? Left)
{
    /// <summary>The model that is worked on; null where it is none in particular.</summary>
    public string? Model { get; init; }

    /// <summary>The epoch of its training, from 1; null outside of training.</summary>
    public int? Epoch { get; init; }

    /// <summary>How many epochs there are.</summary>
    public int? Epochs { get; init; }

    /// <summary>The challenger's loss on held-out text after its last epoch, nats per character; null before there is one.</summary>
    public double? HeldOutNats { get; init; }
}
