namespace Telenovela.Bot.Storage.Rows;

/// <summary>What somebody thinks of a generated text.</summary>
public enum VoteValue
{
    /// <summary>👍</summary>
    Up,

    /// <summary>👎</summary>
    Down,
}
