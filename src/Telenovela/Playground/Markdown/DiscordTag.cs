using Markdig.Syntax.Inlines;

namespace Telenovela.Playground.Markdown;

/// <summary>A timestamp or mention.</summary>
/// <param name="kind">Which.</param>
/// <param name="value">Seconds since 1970, a command's path, a snowflake, or an emoji's name.</param>
/// <param name="style">A timestamp's style.</param>
internal sealed class DiscordTag(DiscordTagKind kind, string value, string style = "") : LeafInline
{
    public DiscordTagKind Kind { get; } = kind;

    public string Value { get; } = value;

    public string Style { get; } = style;
}
