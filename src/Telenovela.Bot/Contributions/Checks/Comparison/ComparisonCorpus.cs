using Telenovela.Bot.Contributions.Checks.Languages;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>The corpus as far as lines are compared with it. Immutable.</summary>
/// <param name="Titles">Titles of its telenovelas by folder name.</param>
/// <param name="LineCount">How many lines are in the indexes.</param>
/// <param name="LeftOut">How many lines were left out because of their number.</param>
/// <param name="Alike">Finds lines that are alike.</param>
/// <param name="Overlaps">Finds shared runs of words.</param>
/// <param name="Languages">Tells the languages apart, having learned from it.</param>
public sealed record ComparisonCorpus(
    IReadOnlyDictionary<string, string> Titles, int LineCount, int LeftOut, NearDuplicateIndex Alike, CorpusOverlapIndex Overlaps, LanguageDetector Languages)
{
    /// <summary>Reads a corpus and builds the indexes. What can't be read is left out.</summary>
    /// <param name="folder">The dataset; a missing one is empty.</param>
    /// <param name="mostLines">Most lines to take.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ComparisonCorpus Load(string folder, int mostLines, CancellationToken cancellationToken)
    {
        var telenovelas = CorpusFolder.Load(folder, cancellationToken).Telenovelas;
        var titles = telenovelas.DistinctBy(telenovela => telenovela.Id).ToDictionary(telenovela => telenovela.Id, telenovela => telenovela.Title);
        var all = telenovelas.SelectMany(telenovela => LinesOf(telenovela).Select(text => (telenovela.Language, Words: new CorpusWords(telenovela.Title, text)))).ToList();
        var taken = all.Take(mostLines).ToList();
        return new ComparisonCorpus(
            titles,
            taken.Count,
            all.Count - taken.Count,
            new NearDuplicateIndex(taken.Select(line => line.Words)),
            new CorpusOverlapIndex(taken.Select(line => line.Words)),
            LanguageDetector.Learn(taken.Select(line => (line.Language, line.Words.Text))));
    }

    /// <summary>The spoken words of a telenovela.</summary>
    private static IEnumerable<string> LinesOf(TelenovelaFolder telenovela) => telenovela.Episodes
        .SelectMany(entry => entry.Episode.Scenes)
        .SelectMany(scene => scene.Elements)
        .OfType<ScriptLine>()
        .Where(line => line.Text.Length > 0)
        .Select(line => line.Text);
}
