using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace Telenovela.Playground.Markdown;

/// <summary>
/// Turns a message's markdown into HTML, with Discord's dialect: <c>__underlined__</c>, <c>||spoilers||</c>, small print, timestamps,
/// mentions; no HTML, no entities, no pictures, no indented code, and links to the web only. What isn't understood stays text.
/// </summary>
public static class MessageMarkdown
{
    private static readonly MarkdownPipeline Blocks = Build(inlineOnly: false);
    private static readonly MarkdownPipeline Inlines = Build(inlineOnly: true);

    /// <summary>HTML of whole messages: paragraphs, lists, quotes, code.</summary>
    public static string ToHtml(string markdown) => Render(markdown, Blocks);

    /// <summary>HTML of one line, as titles and field names are.</summary>
    public static string LineToHtml(string markdown)
    {
        var html = Render(markdown.ReplaceLineEndings(" "), Inlines).Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) ? html[3..^4] : html;
    }

    private static string Render(string markdown, MarkdownPipeline pipeline)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new WebLinkRenderer());
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new WebAutolinkRenderer());
        renderer.ObjectRenderers.Replace<EmphasisInlineRenderer>(new DiscordEmphasisRenderer());
        renderer.ObjectRenderers.Insert(0, new DiscordTagRenderer());
        renderer.ObjectRenderers.Insert(0, new SmallPrintRenderer());
        renderer.ObjectRenderers.Insert(0, new RuleRenderer());
        renderer.Render(Markdig.Markdown.Parse(Harmless(markdown), pipeline));
        return writer.ToString();
    }

    // Markdig takes "[a]: b" at a line's start for a link's definition and shows nothing; Discord shows it.
    private static string Harmless(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(line =>
            line.TrimStart() is ['[', ..] trimmed && trimmed.Contains("]:", StringComparison.Ordinal) ? "\\" + trimmed : line));
    }

    private static MarkdownPipeline Build(bool inlineOnly)
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UseEmphasisExtras(
            Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough);
        builder.UseAutoLinks(new AutoLinkOptions { OpenInNewWindow = false, UseHttpsForWWWLinks = true });
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.InlineParsers.TryRemove<HtmlEntityParser>();
        builder.InlineParsers.Insert(0, new DiscordTagParser());
        builder.InlineParsers.Insert(0, new EmojiParser());
        builder.InlineParsers.Find<EmphasisInlineParser>()!.EmphasisDescriptors.Add(new EmphasisDescriptor('|', 2, 2, enableWithinWord: true));
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        if (inlineOnly)
        {
            builder.BlockParsers.TryRemove<HeadingBlockParser>();
            builder.BlockParsers.TryRemove<ListBlockParser>();
            builder.BlockParsers.TryRemove<QuoteBlockParser>();
            builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        }
        else
        {
            builder.BlockParsers.Insert(0, new SmallPrintParser());
        }

        return builder.Build();
    }
}
