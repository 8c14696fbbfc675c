using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Telenovela.Playground.Markdown;

/// <summary>Writes small print.</summary>
internal sealed class SmallPrintRenderer : HtmlObjectRenderer<SmallPrintBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, SmallPrintBlock block) =>
        renderer.Write("<p class=\"small-print\">").WriteLeafInline(block).WriteLine("</p>");
}
