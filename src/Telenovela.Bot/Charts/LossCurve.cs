namespace Telenovela.Bot.Charts;

/// <summary>How a model's loss went.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Points">Places, counted in steps from 0, with the loss there, nats per character; from left to right.</param>
public sealed record LossCurve(string Model, IReadOnlyList<(int Step, double Nats)> Points);
