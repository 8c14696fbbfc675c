namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A message. Every transport sends it with mentions switched off.</summary>
public sealed record MessageReply : Reply
{
    /// <summary>Markdown, at most 2,000 characters.</summary>
    public string Content { get; init; } = "";

    /// <summary>At most ten, 6,000 characters over all.</summary>
    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    /// <summary>At most five rows.</summary>
    public IReadOnlyList<ActionRow> Rows { get; init; } = [];

    /// <summary>At most ten files.</summary>
    public IReadOnlyList<FileAttachment> Files { get; init; } = [];

    /// <summary>Whether only the person who asked sees it. Fixed by the first response: a deferral decides for its message.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Whether it replaces the message that carries the component, instead of being a new one (components only).</summary>
    public bool ReplacesMessage { get; init; }
}
