namespace Telenovela.Bot.Retraining.Training;

/// <summary>What a child process is to train.</summary>
/// <param name="Text">Folder of the prepared text.</param>
/// <param name="From">Folder of the model to go on from.</param>
/// <param name="Output">Folder of the model to be.</param>
/// <param name="State">File in which it notes how far it is.</param>
/// <param name="Seed">Of shuffling and dropout.</param>
public sealed record TrainingOrder(string Text, string From, string Output, string State, long Seed);
