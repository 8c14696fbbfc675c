namespace Telenovela.Bot.Retraining.Reports;

/// <summary>One thing that the gate looked at.</summary>
/// <param name="Rule">What.</param>
/// <param name="Passed">Whether it is as it must be.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Limit">What it was held to.</param>
public sealed record GateFinding(GateRule Rule, bool Passed, double Value, double Limit);
