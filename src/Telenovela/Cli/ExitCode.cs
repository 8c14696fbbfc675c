namespace Telenovela.Cli;

/// <summary>What the process answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Fine.</summary>
    public const int Success = 0;

    /// <summary>Tried and failed.</summary>
    public const int Failure = 1;

    /// <summary>Not tried: the command line can't be understood.</summary>
    public const int Usage = 2;

    /// <summary>The bot ended as it was asked to, but without delivering every reply that it had promised.</summary>
    public const int Lost = 3;
}
