namespace Telenovela.Benchmarks.Retraining;

/// <summary>How the bot answered an interaction.</summary>
/// <param name="Phase">What else went on when it was due.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="Token">The interaction's.</param>
/// <param name="Due">When it was to be sent, as a timestamp of <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="Late">Milliseconds from then until it was sent: the sender's own fault.</param>
/// <param name="Milliseconds">From <paramref name="Due"/> until the whole answer was there.</param>
/// <param name="Failure">What was wrong with it; null where nothing was.</param>
internal sealed record Acknowledgement(LoadPhase Phase, AskedKind Kind, string Token, long Due, double Late, double Milliseconds, string? Failure);
