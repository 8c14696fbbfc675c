namespace Telenovela.Bot.Storage.Rows;

/// <summary>What became of a training run.</summary>
public enum RunState
{
    /// <summary>It is under way, or was when the process that ran it died: then it is gone on with.</summary>
    Running,

    /// <summary>A challenger writes now.</summary>
    Promoted,

    /// <summary>No challenger passed the gate: the champion goes on writing.</summary>
    Rejected,

    /// <summary>There was nothing to learn.</summary>
    Skipped,

    /// <summary>Something went wrong.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>The models before are in use again.</summary>
    RolledBack,
}
