namespace Telenovela.Corpus.Checks;

/// <summary>A telenovela's figures. Characters are UTF-16 code units.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">The title.</param>
/// <param name="Language">The folder of its language.</param>
/// <param name="Episodes">Episode files.</param>
/// <param name="Scenes">Scenes.</param>
/// <param name="Lines">Spoken lines.</param>
/// <param name="Characters">Characters of the episode files.</param>
/// <param name="SpokenCharacters">Characters of spoken text, cues not counted.</param>
/// <param name="Speakers">What each speaker says, most characters first.</param>
/// <param name="Arcs">Characters of the scenes that serve each arc, most first; a scene counts for each of its arcs.</param>
/// <param name="Threads">Threads opened and tied.</param>
/// <param name="DistinctFourGrams">Distinct word 4-grams by all word 4-grams over the spoken lines, lower-cased, episode by episode; 1 where there are none.</param>
/// <param name="CompressedRatio">Size after compression by size before (<see cref="CompressedSize"/>).</param>
public sealed record TelenovelaMeasures(
    string Id,
    string Title,
    string Language,
    int Episodes,
    int Scenes,
    int Lines,
    long Characters,
    long SpokenCharacters,
    IReadOnlyDictionary<string, SpeakerMeasure> Speakers,
    IReadOnlyDictionary<string, long> Arcs,
    ThreadMeasure Threads,
    double DistinctFourGrams,
    double CompressedRatio);
