using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>What a check of a dataset found.</summary>
/// <param name="Telenovelas">The figures of each telenovela.</param>
/// <param name="Problems">What to mend, by telenovela, then file and line.</param>
public sealed record CheckReport(ValueList<TelenovelaMeasures> Telenovelas, ValueList<DatasetProblem> Problems)
{
    /// <summary>Whether there is nothing to mend.</summary>
    public bool IsClean => Problems.Count == 0;
}
