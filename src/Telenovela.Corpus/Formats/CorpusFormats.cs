namespace Telenovela.Corpus.Formats;

/// <summary>All formats the corpus reads, and the way in for files of unknown format.</summary>
public static class CorpusFormats
{
    private static readonly TaggedTextFormat TaggedText = new();

    /// <summary>The formats, the one with the surest marks first and plain text, which anything can be, last.</summary>
    public static IReadOnlyList<ICorpusFormat> All { get; } = [new WebVttFormat(), new TtmlFormat(), new SrtFormat(), new FountainFormat(), TaggedText];

    /// <summary>
    /// Finds a text's format: Fountain by the file name's extension, which nothing else has, and in which people may talk of anything, even
    /// of subtitles; others by their content where that is plain, else by the extension; else tagged text.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <returns>The format to read it as.</returns>
    public static ICorpusFormat Detect(SourceText source) =>
        ByExtension(source.FileName) is FountainFormat fountain ? fountain
            : All.FirstOrDefault(format => format.Recognizes(source)) ?? ByExtension(source.FileName) ?? TaggedText;

    /// <summary>Finds the format that a file's extension stands for.</summary>
    /// <param name="fileName">A file name or path.</param>
    /// <returns>The format, or null for an extension that no format uses.</returns>
    public static ICorpusFormat? ByExtension(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var extension = dot < 0 ? "" : fileName[dot..].ToLowerInvariant();
        return All.FirstOrDefault(format => format.Extensions.Contains(extension));
    }

    /// <summary>Finds a format by its name, in any case.</summary>
    /// <param name="name">A name such as <c>srt</c>.</param>
    /// <returns>The format, or null.</returns>
    public static ICorpusFormat? ByName(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a script from bytes. Memory is bounded by <see cref="ReadLimits"/>, and no bytes make it throw.</summary>
    /// <param name="stream">The bytes, from where the stream stands.</param>
    /// <param name="fileName">The file's name: for reports, for its extension, and for the season and episode number in it.</param>
    /// <param name="format">The format to read it as; null to find out.</param>
    /// <param name="language">
    /// The language to take of a file that holds several, as a tag; null to take the one the file names first.
    /// </param>
    /// <returns>What was read and what was skipped.</returns>
    public static ReadResult Read(Stream stream, string fileName, ICorpusFormat? format = null, string? language = null)
    {
        var source = SourceReader.Read(stream, fileName, out var skip, language);
        return source is null
            ? ReadResult.Nothing((format ?? ByExtension(fileName) ?? TaggedText).Name, skip!)
            : (format ?? Detect(source)).Read(source);
    }

    /// <summary>Reads a script from bytes in memory.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="format">The format to read it as; null to find out.</param>
    /// <returns>What was read and what was skipped.</returns>
    public static ReadResult Read(byte[] bytes, string fileName, ICorpusFormat? format = null)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return Read(stream, fileName, format);
    }
}
