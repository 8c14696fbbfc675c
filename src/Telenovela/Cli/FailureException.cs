namespace Telenovela.Cli;

/// <summary>A command failed for a reason that can be said in words: exit code 1, no stack trace.</summary>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class FailureException(string message) : Exception(message);
