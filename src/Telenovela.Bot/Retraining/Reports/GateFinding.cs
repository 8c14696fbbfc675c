namespace Telenovela.Bot.Retraining.Reports;

/// <summary>One thing that the gate looked at.</summary>
/// <param name="Rule">What.</param>
/// <param name="Passed">Whether it is as it must be.</param>
/// <param name="Value">
/// What was measured: for losses what the challenger is worse by, nats per character; for <see cref="GateRule.Endings"/> and
/// <see cref="GateRule.KnownWords"/> a share; else a number of characters, lines or losses.
/// </param>
/// <param name="Limit">What it was held to: the least share, the most of all else. Infinite where it is only shown.</param>
public sealed record GateFinding(GateRule Rule, bool Passed, double Value, double Limit);
