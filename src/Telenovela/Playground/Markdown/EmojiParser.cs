using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Telenovela.Playground.Markdown;

/// <summary>Finds emoji that the page has a drawing of.</summary>
internal sealed class EmojiParser : InlineParser
{
    public EmojiParser() => OpeningCharacters = EmojiArt.FirstCharacters;

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (EmojiArt.At(slice.AsSpan(), out var length) is not { } drawing)
        {
            return false;
        }

        processor.Inline = new HtmlInline(drawing);
        slice.Start += length;
        return true;
    }
}
