namespace Telenovela.Cli;

/// <summary>The command line asks for something impossible: exit code 2.</summary>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class UsageException(string message) : Exception(message);
