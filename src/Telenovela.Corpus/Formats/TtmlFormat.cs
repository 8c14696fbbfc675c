using System.Text.RegularExpressions;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Reads TTML and its predecessor DFXP, whatever their namespace. External entities and document types are refused, depth and size are
/// capped (<see cref="ReadLimits"/>), HTML's named characters (<c>&amp;nbsp;</c>) and bare ampersands are put up with. From XML that
/// breaks off, everything up to the break is kept. A paragraph whose times can't be read is skipped and reported with its line. Of a file
/// in two languages one is read: the one asked for (<see cref="SourceText.Language"/>), else the one the file names first.
/// </summary>
public sealed partial class TtmlFormat : ICorpusFormat
{
    /// <inheritdoc />
    public string Name => "TTML";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".xml", ".ttml", ".dfxp"];

    /// <inheritdoc />
    public bool Recognizes(SourceText source)
    {
        var head = source.Head.AsSpan().TrimStart("\ufeff \n\t");
        return head.StartsWith("<?xml") || head.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || Root().IsMatch(head);
    }

    /// <inheritdoc />
    public ReadResult Read(SourceText source) => new TtmlReader(source).Read();

    [GeneratedRegex(@"^<(?:[A-Za-z]{1,20}:)?tt[\s>]", RegexOptions.NonBacktracking)]
    private static partial Regex Root();
}
