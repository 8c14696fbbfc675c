using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Telenovela.Playground.Markdown;

/// <summary>Writes a row of dashes or asterisks as what it is: Discord draws no rules. Markdig's lists find them by themselves.</summary>
internal sealed class RuleRenderer : HtmlObjectRenderer<ThematicBreakBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, ThematicBreakBlock block) =>
        renderer.Write("<p>").WriteEscape(new string(block.ThematicChar, block.ThematicCharCount)).WriteLine("</p>");
}
