namespace Telenovela.Corpus.Formats;

/// <summary>
/// Reads plain text in which speakers stand before colons: <c>Speaker: words (cue) words Speaker2: ...</c>, one speech a line or everything
/// on one line. The rule for speakers says which words before a colon are speakers.
/// <para>Where tags are frequent (less than 400 characters from one to the next on average), a speech lasts until the next tag; lines
/// without a tag go on with it, and paragraphs apart from it are stage directions. Where tags are rare, as in transcripts that name a
/// speaker only now and then, a tag holds for one sentence: the sentences after it may be anybody's, so each becomes a line whose speaker
/// isn't known. Lines such as <c>INT. LOBBY - DAY</c> begin a scene. Song marks are dropped. No word is.</para>
/// </summary>
public sealed class TaggedTextFormat : ICorpusFormat
{
    /// <inheritdoc />
    public string Name => "tagged text";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc />
    public bool Recognizes(SourceText source) => false;

    /// <inheritdoc />
    public ReadResult Read(SourceText source) => new TaggedTextReader(source).Read();
}
