using Telenovela.Corpus.Formats;

namespace Telenovela.Corpus.Dataset;

/// <summary>What an import has brought.</summary>
/// <param name="Telenovela">The telenovela's id, its folder's name.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Format">The formats read, joined by commas.</param>
/// <param name="Episodes">Episodes written.</param>
/// <param name="Lines">Spoken lines.</param>
/// <param name="Characters">Spoken characters, cues not counted.</param>
/// <param name="Cues">Cues and sounds.</param>
/// <param name="Speakers">Lines by speaker, most first.</param>
/// <param name="Skipped">What could not be read.</param>
public sealed record ImportReport(
    string Telenovela,
    string Language,
    string Format,
    int Episodes,
    int Lines,
    long Characters,
    int Cues,
    IReadOnlyDictionary<string, int> Speakers,
    IReadOnlyList<Skip> Skipped);
