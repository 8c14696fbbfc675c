namespace Telenovela.Bot.Retraining.Training;

/// <summary>How a child process ended that did not fail.</summary>
/// <param name="Output">What it printed.</param>
/// <param name="WasStopped">Whether its time was up before it was done.</param>
internal sealed record ChildOutcome(string Output, bool WasStopped);
