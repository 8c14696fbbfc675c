using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Telenovela.Playground.Markdown;

/// <summary>Writes addresses in angle brackets: a link to the web, or else the text as it was.</summary>
internal sealed class WebAutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (!link.IsEmail && WebLink.TryRead(link.Url, out var address))
        {
            renderer.Write("<a href=\"").WriteEscape(address.AbsoluteUri).Write(WebLink.Attributes).WriteEscape(link.Url).Write("</a>");
        }
        else
        {
            renderer.WriteEscape($"<{link.Url}>");
        }
    }
}
