namespace Telenovela.Corpus.Formats;

/// <summary>A way of writing scripts down that the corpus can read.</summary>
public interface ICorpusFormat
{
    /// <summary>The format's name as people know it: <c>TTML</c>, <c>SRT</c>, <c>WebVTT</c>, <c>Fountain</c>, <c>tagged text</c>.</summary>
    string Name { get; }

    /// <summary>Usual file name extensions with their dot, in lower case, the commonest first.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the content is plainly of this format, whatever the file is called.</summary>
    /// <param name="source">The text.</param>
    /// <returns>False where the content doesn't say.</returns>
    bool Recognizes(SourceText source);

    /// <summary>Reads a script. Never throws: what can't be read is skipped and reported.</summary>
    /// <param name="source">The text, of this format or not.</param>
    /// <returns>What was read and what was skipped.</returns>
    ReadResult Read(SourceText source);
}
