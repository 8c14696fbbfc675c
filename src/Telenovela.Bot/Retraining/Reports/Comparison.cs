namespace Telenovela.Bot.Retraining.Reports;

/// <summary>A loss of both models on the same text, nats per character.</summary>
/// <param name="Champion">The model in use.</param>
/// <param name="Challenger">The model that would take its place.</param>
/// <param name="Characters">How many characters.</param>
public sealed record Comparison(double Champion, double Challenger, int Characters);
