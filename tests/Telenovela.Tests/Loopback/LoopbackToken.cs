namespace Telenovela.Tests.Loopback;

/// <summary>What became of one interaction.</summary>
internal sealed class LoopbackToken
{
    private volatile LoopbackTokenState _state;

    public LoopbackTokenState State
    {
        get => _state;
        set => _state = value;
    }
}
