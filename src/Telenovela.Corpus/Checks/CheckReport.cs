using Telenovela.Corpus.Dataset;

namespace Telenovela.Corpus.Checks;

/// <summary>What a check of a dataset found.</summary>
/// <param name="Telenovelas">Figures and problems of each telenovela.</param>
/// <param name="Characters">Characters (UTF-16 code units) of all episode files.</param>
/// <param name="Arcs">Characters of the scenes that serve each arc over the whole dataset, most first.</param>
/// <param name="Problems">What to mend in the dataset as a whole.</param>
public sealed record CheckReport(
    IReadOnlyList<TelenovelaCheck> Telenovelas,
    long Characters,
    IReadOnlyDictionary<string, long> Arcs,
    IReadOnlyList<DatasetProblem> Problems)
{
    /// <summary>Whether there is nothing to mend.</summary>
    /// <returns>True for a dataset without problems.</returns>
    public bool IsClean() => Problems.Count == 0 && Telenovelas.All(telenovela => telenovela.Problems.Count == 0);
}
