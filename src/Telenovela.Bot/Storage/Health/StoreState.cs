namespace Telenovela.Bot.Storage.Health;

/// <summary>What the store can do.</summary>
public enum StoreState
{
    /// <summary>Not opened yet.</summary>
    Starting,

    /// <summary>Everything.</summary>
    Ready,

    /// <summary>Reading, as far as the damage allows; nothing new is taken.</summary>
    ReadOnly,
}
