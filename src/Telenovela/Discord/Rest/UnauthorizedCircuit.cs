namespace Telenovela.Discord.Rest;

/// <summary>Remembers, for the life of the process, that Discord refused the bot's token.</summary>
internal sealed class UnauthorizedCircuit
{
    private int _open;

    /// <summary>Whether the token was refused.</summary>
    public bool IsOpen => Volatile.Read(ref _open) == 1;

    /// <summary>Remembers it; true the first time.</summary>
    public bool Open() => Interlocked.Exchange(ref _open, 1) == 0;
}
