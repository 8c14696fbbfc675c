using System.Globalization;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Corpus.Checks;

/// <summary>Floors for complete telenovelas and for a dataset of them. Without a bible or a list of arcs sizes are only figures.</summary>
internal static class SizeRules
{
    public static void Check(TelenovelaFolder telenovela, TelenovelaCheck measured, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        if (measured.Episodes < thresholds.Episodes)
        {
            Report("size-episodes", $"There are {measured.Episodes} episodes; a complete telenovela has {thresholds.Episodes} or more.");
        }

        if (measured.Characters < thresholds.Characters)
        {
            Report("size-characters", $"The episodes have {measured.Characters:N0} characters; a complete telenovela has {thresholds.Characters:N0} or more.");
        }

        void Report(string rule, FormattableString message) =>
            problems.Add(new DatasetProblem(telenovela.Path, 0, rule, message.ToString(CultureInfo.InvariantCulture)));
    }

    public static void Check(CorpusFolder corpus, long characters, IReadOnlyDictionary<string, long> arcs, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        foreach (var telenovela in corpus.Telenovelas.Where(telenovela => telenovela.Bible is { HasCast: false }))
        {
            Report(telenovela.ReadmePath, "bible", $"Give the README a section Cast; a dataset with a list of arcs holds complete telenovelas with bibles. Keep others in a folder of their own.");
        }

        if (characters < thresholds.DatasetCharacters)
        {
            Report(CorpusFolder.Readme, "size-dataset", $"All episodes have {characters:N0} characters; together they take {thresholds.DatasetCharacters:N0} or more.");
        }

        var told = arcs.Count(arc => arc.Value >= thresholds.ArcCharacters);
        if (told < thresholds.Arcs)
        {
            Report(CorpusFolder.Readme, "size-arcs", $"{told} arcs have scenes of {thresholds.ArcCharacters:N0} characters or more; {thresholds.Arcs} have to.");
        }

        void Report(string file, string rule, FormattableString message) =>
            problems.Add(new DatasetProblem(file, 0, rule, message.ToString(CultureInfo.InvariantCulture)));
    }
}
