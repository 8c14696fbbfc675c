namespace Telenovela.Story.Writing;

/// <summary>There is no usable model.</summary>
/// <param name="message">What was looked for, where, and what to do.</param>
/// <param name="inner">Why a model that is there can't be used.</param>
public sealed class NoModelException(string message, Exception? inner = null) : Exception(message, inner);
