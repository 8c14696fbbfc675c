namespace Telenovela.Playground.Replies;

/// <summary>An embed as it stands in a message's JSON.</summary>
public sealed record EmbedBody
{
    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>Its fields.</summary>
    public IReadOnlyList<FieldBody> Fields { get; init; } = [];

    /// <summary>Its footer.</summary>
    public FooterBody? Footer { get; init; }

    /// <summary>The colour as SVG and CSS write it; null where it has none.</summary>
    public string? ColorName => Color is { } color ? $"#{color & 0xFFFFFF:x6}" : null;
}
