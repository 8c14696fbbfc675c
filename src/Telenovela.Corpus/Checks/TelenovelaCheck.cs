namespace Telenovela.Corpus.Checks;

/// <summary>Figures and problems of one telenovela.</summary>
/// <param name="Telenovela">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Episodes">Episodes.</param>
/// <param name="Scenes">Scenes.</param>
/// <param name="Lines">Spoken lines.</param>
/// <param name="Characters">Characters of all episode files.</param>
/// <param name="SpokenCharacters">Characters spoken.</param>
/// <param name="Speakers">Characters spoken by each, most first.</param>
/// <param name="Problems">What should be mended.</param>
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
    IReadOnlyList<CorpusProblem> Problems);
