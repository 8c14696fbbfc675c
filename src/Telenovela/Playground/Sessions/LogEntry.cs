using Telenovela.Playground.People;
using Telenovela.Playground.Replies;
using Telenovela.Playground.Texts;

namespace Telenovela.Playground.Sessions;

/// <summary>One message in the channel.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="At">When it was sent.</param>
public sealed record LogEntry(ulong Id, DateTimeOffset At)
{
    /// <summary>Who wrote it; null for the bot.</summary>
    public PlaygroundPerson? Author { get; init; }

    /// <summary>What a person wrote.</summary>
    public string Words { get; init; } = "";

    /// <summary>What the bot's message answers.</summary>
    public LogCause? Cause { get; init; }

    /// <summary>What the bot answered; null while it is thinking, or where it failed.</summary>
    public MessageBody? Body { get; init; }

    /// <summary>Whether the bot has promised an answer.</summary>
    public bool IsThinking { get; init; }

    /// <summary>The one person who sees it; null for everybody.</summary>
    public ulong? OnlyFor { get; init; }

    /// <summary>The component whose use isn't answered yet.</summary>
    public string? BusyCustomId { get; init; }

    /// <summary>Why there is no answer.</summary>
    public PlaygroundProblem? Failure { get; init; }
}
