namespace Telenovela.Tests.Loopback;

/// <summary>What a REST call asks for.</summary>
public enum LoopbackCallKind
{
    Callback,
    Edit,
    Delete,
    FollowUp,
    GetCommands,
    PutCommands,
    Other,
}
