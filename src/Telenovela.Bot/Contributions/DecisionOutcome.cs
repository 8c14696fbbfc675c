namespace Telenovela.Bot.Contributions;

/// <summary>What became of a decision.</summary>
public enum DecisionOutcome
{
    /// <summary>It counts.</summary>
    Decided,

    /// <summary>Somebody was faster.</summary>
    AlreadyDecided,

    /// <summary>There is no such line (any more) in this server.</summary>
    Gone,
}
