namespace Telenovela.Bot.Retraining.Runs;

/// <summary>A stage as it is shown.</summary>
/// <param name="Name">Which (<see cref="Stages.StageName"/>).</param>
/// <param name="StartedAt">When it began, the first time.</param>
/// <param name="FinishedAt">When it ended well; null where it didn't.</param>
public sealed record StageSummary(string Name, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);
