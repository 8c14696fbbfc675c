using Markdig.Parsers;
using Markdig.Syntax;

namespace Telenovela.Playground.Markdown;

/// <summary>A line of small print: <c>-# words</c>.</summary>
/// <param name="parser">Who found it.</param>
internal sealed class SmallPrintBlock(BlockParser parser) : LeafBlock(parser);
