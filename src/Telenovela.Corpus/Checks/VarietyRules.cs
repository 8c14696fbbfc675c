using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>Finds lines that come again and again, as they do in generated and padded text.</summary>
internal static class VarietyRules
{
    public static void Check(TelenovelaFolder telenovela, Bible bible, CheckThresholds thresholds, List<DatasetProblem> problems)
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
