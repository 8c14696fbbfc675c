namespace Telenovela.Corpus.Formats;

/// <summary>
/// Reads Fountain: the strict subset in which the corpus is written, and general Fountain with forced elements (<c>@ ! . &gt; ~</c>),
/// character extensions (<c>(V.O.)</c> becomes a cue, <c>(CONT'D)</c> is dropped), dual dialogue, notes, boneyard, sections and page
/// breaks (left out), synopses, centred text and emphasis (its words are kept). A note <c>[[arc: name]]</c> names an arc of its scene.
/// A speech whose character is <c>@?</c> is a line whose speaker isn't known.
/// </summary>
public sealed class FountainFormat : ICorpusFormat
{
    /// <inheritdoc />
    public string Name => "Fountain";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".fountain", ".spmd"];

    /// <inheritdoc />
    public bool Recognizes(SourceText source)
    {
        var lines = FountainScanner.Scan(source.Head);
        var page = FountainTitlePage.Read(lines, "", out var body);
        var headings = lines.Index().Skip(body).Count(line =>
            FountainReader.IsHeading(line.Item.Text) && (line.Index == body || lines[line.Index - 1].Text.Length == 0));
        return headings > 0 && (body > 0 || headings > 1 || lines.Exists(line => line.Note is not null)) && page.Season >= 0;
    }

    /// <inheritdoc />
    public ReadResult Read(SourceText source) => new FountainReader(source).Read();
}
