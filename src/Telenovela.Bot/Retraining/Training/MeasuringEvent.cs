namespace Telenovela.Bot.Retraining.Training;

/// <summary>What a measuring in another process says about itself, a line each.</summary>
/// <param name="Share">How much is done, 0 to 1.</param>
public sealed record MeasuringEvent(double Share);
