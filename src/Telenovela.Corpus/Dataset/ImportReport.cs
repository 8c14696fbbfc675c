using Telenovela.Corpus.Formats;

namespace Telenovela.Corpus.Dataset;

/// <summary>What an import did.</summary>
/// <param name="Telenovela">The telenovela's id, its folder's name.</param>
/// <param name="Language">Its language as a tag; empty where it isn't known.</param>
/// <param name="Format">The names of the formats read, the commonest first, separated by commas.</param>
/// <param name="Episodes">Episodes written, unchanged ones included.</param>
/// <param name="Lines">Spoken lines in them.</param>
/// <param name="Characters">Spoken characters (UTF-16 code units), cues not counted.</param>
/// <param name="Cues">Cues in spoken lines, and sounds.</param>
/// <param name="Speakers">Spoken lines by speaker, most first; lines of unknown speakers aren't in it.</param>
/// <param name="Skipped">What was not taken over, or not as one might expect, and why.</param>
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
