namespace Telenovela.Engine.Training;

/// <summary>Training can't go on.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">What was met.</param>
public sealed class TrainingException(string message, Exception? inner = null) : Exception(message, inner);
