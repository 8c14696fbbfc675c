using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>
/// Measures a dataset and finds what is wrong with it. Rules that rest on a bible (speakers, arcs, synopses, threads, episode count) apply to
/// telenovelas whose README has a section <c>Cast</c>; ratios apply from <see cref="CheckThresholds.SeasonCharacters"/> on.
/// </summary>
/// <param name="thresholds">The limits; null for the usual ones.</param>
public sealed class CorpusCheck(CheckThresholds? thresholds = null)
{
    private readonly CheckThresholds _thresholds = thresholds ?? new CheckThresholds();

    /// <summary>Checks a dataset.</summary>
    /// <param name="corpus">The dataset as it was loaded; its own problems are taken over.</param>
    /// <param name="cancellationToken">Stops between telenovelas.</param>
    /// <returns>Figures and problems.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CheckReport Run(CorpusFolder corpus, CancellationToken cancellationToken = default)
    {
        var checks = new List<TelenovelaCheck>();
        foreach (var telenovela in corpus.Telenovelas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            checks.Add(Check(telenovela));
        }

        return new CheckReport(checks, corpus.Problems);
    }

    private TelenovelaCheck Check(TelenovelaFolder telenovela)
    {
        var speakers = new Dictionary<string, long>(StringComparer.Ordinal);
        var arcs = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        var words = new List<List<string>>();
        foreach (var entry in telenovela.Episodes)
        {
            var lines = entry.Episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>().ToList();
            words.Add([.. lines.SelectMany(line => Words.Of(line.Text))]);
            foreach (var line in lines.Where(line => line.Speaker is not null))
            {
                speakers[line.Speaker!] = speakers.GetValueOrDefault(line.Speaker!) + line.Text.Length;
            }

            foreach (var (scene, length) in SceneLengths(entry))
            {
                foreach (var arc in scene.Arcs)
                {
                    arcs[arc] = arcs.GetValueOrDefault(arc) + length;
                }
            }
        }

        var counts = telenovela.Episodes.Select(entry => entry.Result.Counts).ToList();
        var threads = telenovela.Bible?.Threads ?? [];
        var check = new TelenovelaCheck(
            telenovela.Id,
            telenovela.Title,
            telenovela.Language,
            telenovela.Episodes.Count,
            counts.Sum(count => count.Scenes),
            counts.Sum(count => count.Lines),
            telenovela.Episodes.Sum(entry => (long)entry.Text.Length),
            counts.Sum(count => count.SpokenCharacters),
            MostFirst(speakers),
            MostFirst(arcs),
            new ThreadMeasure(threads.Count(thread => thread.Opens.Length > 0), threads.Count(thread => thread.Ties.Length > 0)),
            Words.DistinctFourGrams(words),
            CompressedSize.Ratio(telenovela.Episodes.Select(entry => entry.Text)),
            []);
        return check with { Problems = Problems(telenovela, check) };
    }

    private List<DatasetProblem> Problems(TelenovelaFolder telenovela, TelenovelaCheck check)
    {
        var problems = new List<DatasetProblem>();
        ScriptRules.Check(telenovela, _thresholds, problems);
        if (telenovela.Bible is { HasCast: true } bible)
        {
            BibleRules.Check(telenovela, bible, problems);
        }

        CheckRatios(telenovela, check, problems);
        return problems;
    }

    private static Dictionary<string, long> MostFirst(Dictionary<string, long> characters) =>
        characters.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>The characters of each scene in its file, from its heading to the next.</summary>
    private static IEnumerable<(Scene Scene, long Length)> SceneLengths(EpisodeEntry entry)
    {
        var offsets = new List<int> { 0 };
        for (var at = entry.Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = entry.Text.IndexOf('\n', at + 1))
        {
            offsets.Add(at + 1);
        }

        var scenes = entry.Episode.Scenes;
        for (var i = 0; i < scenes.Count; i++)
        {
            var from = Offset(entry.Result.Lines.Of(scenes[i]));
            yield return (scenes[i], (i + 1 < scenes.Count ? Offset(entry.Result.Lines.Of(scenes[i + 1])) : entry.Text.Length) - from);
        }

        int Offset(int line) => offsets[Math.Clamp(line - 1, 0, offsets.Count - 1)];
    }

    private void CheckRatios(TelenovelaFolder telenovela, TelenovelaCheck measured, List<DatasetProblem> problems)
    {
        if (measured.Characters < _thresholds.SeasonCharacters)
        {
            return;
        }

        if (measured.DistinctFourGrams < _thresholds.DistinctFourGrams)
        {
            problems.Add(new DatasetProblem(telenovela.Path, 0, "distinct-4-grams", string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Only {measured.DistinctFourGrams:F4} of the spoken word 4-grams are distinct; rewrite repeated phrases until it is {_thresholds.DistinctFourGrams:F2} or more.")));
        }

        if (measured.CompressedRatio < _thresholds.CompressedRatio)
        {
            problems.Add(new DatasetProblem(telenovela.Path, 0, "compressed-ratio", string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The scripts compress to {measured.CompressedRatio:F4} of their size, as repetitive text does; vary words and scenes until it is {_thresholds.CompressedRatio:F2} or more.")));
        }
    }
}
