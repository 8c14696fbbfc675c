using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Telenovela.Playground.Markdown;

/// <summary>Writes emphasis as Discord does: two underscores underline, two bars hide until pointed at or reached by keyboard.</summary>
internal sealed class DiscordEmphasisRenderer : HtmlObjectRenderer<EmphasisInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, EmphasisInline emphasis)
    {
        var (opening, closing) = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('|', _) => ("<span class=\"spoiler\" tabindex=\"0\">", "</span>"),
            ('~', _) => ("<del>", "</del>"),
            ('_', 2) => ("<u>", "</u>"),
            (_, 2) => ("<strong>", "</strong>"),
            _ => ("<em>", "</em>"),
        };
        renderer.Write(opening);
        renderer.WriteChildren(emphasis);
        renderer.Write(closing);
    }
}
