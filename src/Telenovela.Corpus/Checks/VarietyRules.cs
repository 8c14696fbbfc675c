using System.Globalization;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>Rules against text that repeats itself, as generated and padded text does.</summary>
internal static class VarietyRules
{
    public static void Check(TelenovelaFolder telenovela, Bible bible, TelenovelaCheck measured, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        if (measured.DistinctFourGrams < thresholds.DistinctFourGrams)
        {
            problems.Add(new DatasetProblem(telenovela.Path, 0, "distinct-4-grams", string.Create(
                CultureInfo.InvariantCulture,
                $"Only {measured.DistinctFourGrams:F4} of the spoken word 4-grams are distinct; rewrite repeated phrases until it is {thresholds.DistinctFourGrams:F2} or more.")));
        }

        if (measured.Compressed.Ratio < measured.Compressed.AtLeast)
        {
            problems.Add(new DatasetProblem(telenovela.Path, 0, "compressed-ratio", string.Create(
                CultureInfo.InvariantCulture,
                $"{measured.Compressed.Compressor} makes the scripts {measured.Compressed.Ratio:F4} of their size, as it does with repetitive text; vary words and scenes until it is {measured.Compressed.AtLeast:F2} or more.")));
        }

        CheckLines(telenovela, bible, thresholds, problems);
    }

    private static void CheckLines(TelenovelaFolder telenovela, Bible bible, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        var catchphrases = bible.Catchphrases.ToLookup(catchphrase => catchphrase.Character, catchphrase => Words.Of(catchphrase.Phrase), StringComparer.Ordinal);
        var places = new Dictionary<string, List<(EpisodeEntry Entry, ScriptLine Line)>>(StringComparer.Ordinal);
        foreach (var entry in telenovela.Episodes)
        {
            foreach (var line in ScriptLines.Of(entry.Episode))
            {
                var words = Words.Of(line.Text);

                // What a catchphrase leaves over counts, and only its owner may repeat it.
                if (catchphrases[line.Speaker ?? ""].Aggregate(words, Words.Without).Count > thresholds.RepeatedLineWords)
                {
                    var key = string.Join(' ', words);
                    places.TryAdd(key, []);
                    places[key].Add((entry, line));
                }
            }
        }

        foreach (var (words, lines) in places.Where(place => place.Value.Count > thresholds.RepeatedLineTimes))
        {
            var (entry, line) = lines[thresholds.RepeatedLineTimes];
            problems.Add(new DatasetProblem(
                entry.Path,
                entry.Result.Lines.Of(line),
                "repeated-line",
                $"\"{Formats.Excerpt.Of(words)}\" is spoken {lines.Count} times; rewrite it here, or list it among the catchphrases."));
        }
    }
}
