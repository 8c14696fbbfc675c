namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A framed part of a message.</summary>
public sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Markdown, at most 4,096 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Colour of the frame's edge, 0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField> Fields { get; init; } = [];

    /// <summary>At most 2,048 characters, no markdown.</summary>
    public string? Footer { get; init; }
}
