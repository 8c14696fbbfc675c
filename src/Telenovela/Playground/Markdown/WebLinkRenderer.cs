using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Telenovela.Playground.Markdown;

/// <summary>Writes links to the web; other links show their text only, and pictures are links.</summary>
internal sealed class WebLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            renderer.Write("!");
        }

        var leads = WebLink.TryRead(link.GetDynamicUrl?.Invoke() ?? link.Url, out var address);
        if (leads)
        {
            renderer.Write("<a href=\"").WriteEscape(address!.AbsoluteUri).Write(WebLink.Attributes);
        }

        renderer.WriteChildren(link);
        if (leads)
        {
            renderer.Write("</a>");
        }
    }
}
