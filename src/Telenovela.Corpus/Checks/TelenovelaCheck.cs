using Telenovela.Corpus.Dataset;

namespace Telenovela.Corpus.Checks;

/// <summary>A telenovela's figures and problems. Characters are UTF-16 code units.</summary>
/// <param name="Telenovela">The folder's name.</param>
/// <param name="Title">The title.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Episodes">Episode files.</param>
/// <param name="Scenes">Scenes.</param>
/// <param name="Lines">Spoken lines.</param>
/// <param name="Characters">Characters of the episode files.</param>
/// <param name="SpokenCharacters">Characters of spoken text, cues not counted.</param>
/// <param name="Speakers">Characters of spoken text by speaker, most first.</param>
/// <param name="Arcs">Characters of the scenes that serve each arc, most first; a scene counts for each of its arcs.</param>
/// <param name="Threads">Threads listed, opened and tied.</param>
/// <param name="DistinctFourGrams">Distinct word 4-grams by all word 4-grams over the spoken lines, lower-cased, episode by episode; 1 where there are none.</param>
/// <param name="Compressed">Size after compression by size before.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Limits">Its register and what that limits; null without a bible, or where its register isn't known.</param>
/// <param name="Problems">What to mend, by file and line.</param>
public sealed record TelenovelaCheck(
    string Telenovela,
    string Title,
    string Language,
    int Episodes,
    int Scenes,
    int Lines,
    long Characters,
    long SpokenCharacters,
    IReadOnlyDictionary<string, long> Speakers,
    IReadOnlyDictionary<string, long> Arcs,
    ThreadMeasure Threads,
    double DistinctFourGrams,
    CompressedSize Compressed,
    StyleMeasure Style,
    RegisterLimits? Limits,
    IReadOnlyList<DatasetProblem> Problems);
