namespace Telenovela.Bot.Retraining.Training;

/// <summary>What a training in another process says about itself, a line each.</summary>
/// <param name="Step">Updates done; null at an epoch's end.</param>
/// <param name="Steps">Updates there will be; null at an epoch's end.</param>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">How many epochs there will be; null at an epoch's end.</param>
/// <param name="Nats">Training loss, nats per character.</param>
/// <param name="CharactersPerSecond">Speed.</param>
/// <param name="HeldOutNats">Loss on the held-out text at an epoch's end, nats per character; null before.</param>
public sealed record TrainingEvent(long? Step, long? Steps, int Epoch, int? Epochs, double Nats, double CharactersPerSecond, double? HeldOutNats);
