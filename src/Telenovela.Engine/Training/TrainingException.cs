namespace Telenovela.Engine.Training;

/// <summary>Training can't go on.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class TrainingException(string message) : Exception(message);
