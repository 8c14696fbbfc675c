using Markdig.Parsers;
using Markdig.Syntax;

namespace Telenovela.Playground.Markdown;

/// <summary>Finds small print.</summary>
internal sealed class SmallPrintParser : BlockParser
{
    private const string Mark = "-# ";

    public SmallPrintParser() => OpeningCharacters = [Mark[0]];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.Match(Mark))
        {
            return BlockState.None;
        }

        var line = processor.Line;
        line.Start += Mark.Length;
        var block = new SmallPrintBlock(this) { ProcessInlines = true, Line = processor.LineIndex, Span = new SourceSpan(processor.Start, line.End) };
        block.AppendLine(ref line, 0, processor.LineIndex, line.Start, trackTrivia: false);
        processor.NewBlocks.Push(block);
        return BlockState.BreakDiscard;
    }
}
