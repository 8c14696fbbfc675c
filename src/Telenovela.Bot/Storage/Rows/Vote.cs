namespace Telenovela.Bot.Storage.Rows;

/// <summary>One person's vote on a generated text.</summary>
public sealed class Vote
{
    /// <summary>The text.</summary>
    public long GeneratedTextId { get; set; }

    /// <summary>The text.</summary>
    public GeneratedText? GeneratedText { get; set; }

    /// <summary>The person.</summary>
    public ulong UserId { get; set; }

    /// <summary>Which way.</summary>
    public VoteValue Value { get; set; }

    /// <summary>When, last.</summary>
    public DateTimeOffset At { get; set; }
}
