namespace Telenovela.Engine.Checkpoints;

/// <summary>A folder holds no usable model.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What went wrong beneath.</param>
public sealed class CheckpointException(string message, Exception? inner = null) : Exception(message, inner);
