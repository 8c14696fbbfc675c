namespace Telenovela.Engine.Training;

/// <summary>Where training stands.</summary>
/// <param name="Epoch">The epoch under way, from 1.</param>
/// <param name="Epochs">How many there are.</param>
/// <param name="Step">Updates done in all.</param>
/// <param name="Steps">Updates there will be in all.</param>
/// <param name="Nats">Training loss of the last update, nats per character.</param>
/// <param name="CharactersPerSecond">Speed in this epoch so far.</param>
public sealed record TrainingProgress(int Epoch, int Epochs, long Step, long Steps, double Nats, double CharactersPerSecond);
