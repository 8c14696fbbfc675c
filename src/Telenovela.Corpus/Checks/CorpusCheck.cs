using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>
/// Measures a dataset and finds what is wrong with it. What holds for whom:
/// <list type="bullet">
/// <item>Every telenovela: rules of form (<see cref="ScriptRules"/>). Imported scripts are held to nothing else; their sizes are figures.</item>
/// <item>A telenovela whose README is a bible (has a section <c>Cast</c>) is a complete one: it is held to its bible, to the dataset's list
/// of arcs, to the rules against repetition, to the floors for its size and to the limits of its register.</item>
/// <item>A dataset whose README has a table <c>Arcs</c> is a dataset of complete telenovelas: each has a bible, and together they are held to
/// floors for their size. Checking one language or one telenovela of it leaves these out.</item>
/// </list>
/// </summary>
/// <param name="thresholds">The limits; null for the usual ones.</param>
public sealed class CorpusCheck(CheckThresholds? thresholds = null)
{
    private readonly CheckThresholds _thresholds = thresholds ?? new CheckThresholds();

    /// <summary>Checks a dataset.</summary>
    /// <param name="corpus">The dataset as it was loaded; its own problems are taken over.</param>
    /// <param name="cancellationToken">Stops between telenovelas.</param>
    /// <returns>Figures and problems.</returns>
    /// <exception cref="IOException">The compressor failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CheckReport Run(CorpusFolder corpus, CancellationToken cancellationToken = default)
    {
        var checks = new List<TelenovelaCheck>();
        foreach (var telenovela in corpus.Telenovelas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            checks.Add(Check(telenovela, corpus.Card));
        }

        var problems = corpus.Problems.ToList();
        if (checks.Count == 0 && problems.Count == 0)
        {
            problems.Add(new DatasetProblem("", 0, "empty", "There are no episodes (s01e01.fountain) beneath the folder."));
        }

        var characters = checks.Sum(check => check.Characters);
        var arcs = MostFirst(checks.SelectMany(check => check.Arcs).GroupBy(arc => arc.Key, arc => arc.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(arc => arc.Key, arc => arc.Sum()));
        if (corpus.Card is { IsOfRoot: true })
        {
            SizeRules.Check(corpus, characters, arcs, _thresholds, problems);
        }

        return new CheckReport(checks, characters, arcs, problems);
    }

    private TelenovelaCheck Check(TelenovelaFolder telenovela, DatasetCard? card)
    {
        var problems = new List<DatasetProblem>();
        ScriptRules.Check(telenovela, problems);
        var measured = Measure(telenovela);
        if (telenovela.Bible is not { HasCast: true } bible)
        {
            return measured with { Problems = problems };
        }

        BibleRules.Check(telenovela, bible, _thresholds, problems);
        EpisodeRules.Check(telenovela, bible, card, problems);
        var threads = ThreadRules.Check(telenovela, bible, problems);
        VarietyRules.Check(telenovela, bible, _thresholds, problems);
        SizeRules.Check(telenovela, measured, _thresholds, problems);
        var limits = _thresholds.Limits(bible);
        if (limits is not null)
        {
            RegisterRules.Check(telenovela, measured, limits, problems);
        }

        return measured with { Threads = threads, Limits = limits, Problems = problems };
    }

    private static TelenovelaCheck Measure(TelenovelaFolder telenovela)
    {
        var speakers = new Dictionary<string, long>(StringComparer.Ordinal);
        var arcs = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        var words = new List<List<string>>();
        foreach (var entry in telenovela.Episodes)
        {
            var lines = ScriptLines.Of(entry.Episode).ToList();
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
        return new TelenovelaCheck(
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
            new ThreadMeasure(0, 0, 0),
            Words.DistinctFourGrams(words),
            CompressedSize.Of(telenovela.Episodes.Select(entry => entry.Text)),
            StyleMeasure.Of(telenovela.Episodes),
            null,
            []);
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
}
