namespace Telenovela.Corpus.Formats;

/// <summary>How much of a file is read at most. The limits are far above any script and far below what harms the process.</summary>
public static class ReadLimits
{
    /// <summary>Bytes in a file; a larger file is skipped whole. A long episode is 0.2 MB.</summary>
    public const int FileBytes = 16 * 1024 * 1024;

    /// <summary>Lines in a file; what follows is skipped.</summary>
    public const int Lines = 500_000;

    /// <summary>Captions or paragraphs in a file; what follows is skipped.</summary>
    public const int Paragraphs = 100_000;

    /// <summary>Levels of nested XML elements; a file that goes deeper is read up to there. TTML needs six.</summary>
    public const int XmlDepth = 64;

    /// <summary>Skips reported for one file; the last one says that there are more.</summary>
    public const int Skips = 1000;

    /// <summary>Characters of one spoken line put together from several captions.</summary>
    public const int JoinedLine = 2000;
}
