using System.Globalization;
using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>Rules for every telenovela, with a bible or without.</summary>
internal static class ScriptRules
{
    public static void Check(TelenovelaFolder telenovela, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        foreach (var entry in telenovela.Episodes)
        {
            problems.AddRange(entry.Result.Skips.Select(skip => new DatasetProblem(entry.Path, skip.Line, "unreadable", skip.Reason)));
            CheckCharacters(entry, problems);
            CheckParentheses(entry, problems);
            if (entry.Episode.Number > 0 && (entry.Episode.Season, entry.Episode.Number) != (entry.File.Season, entry.File.Number))
            {
                problems.Add(new DatasetProblem(entry.Path, 1, "title-page", $"The title page says season {entry.Episode.Season}, episode {entry.Episode.Number}; make it agree with the file's name."));
            }
        }

        CheckRepetition(telenovela, thresholds, problems);
    }

    private static void CheckCharacters(EpisodeEntry entry, List<DatasetProblem> problems)
    {
        var number = 0;
        foreach (var line in entry.Text.AsSpan().EnumerateLines())
        {
            number++;
            foreach (var rune in line.EnumerateRunes())
            {
                if (IsStray(rune))
                {
                    problems.Add(new DatasetProblem(entry.Path, number, "stray-character", $"Replace {Described(rune)}; scripts use Latin letters, digits and plain punctuation."));
                    break;
                }
            }
        }
    }

    /// <summary>Letters of other scripts, symbols such as emoji and note signs, control characters and unassigned code points.</summary>
    private static bool IsStray(Rune rune)
    {
        if (rune.IsAscii)
        {
            return Rune.IsControl(rune);
        }

        if (Rune.IsLetter(rune))
        {
            return rune.Value is > 0x24F and not (>= 0x1E00 and <= 0x1EFF) and not (>= 0xFB00 and <= 0xFB06);
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.EnclosingMark or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            && rune.Value is not (0xB0 or 0xA9 or 0xAE);
    }

    private static string Described(Rune rune) =>
        Rune.IsLetter(rune) ? $"the letter \"{rune}\" (U+{rune.Value:X4})" : $"the character U+{rune.Value:X4}";

    private static void CheckParentheses(EpisodeEntry entry, List<DatasetProblem> problems)
    {
        foreach (var element in entry.Episode.Scenes.SelectMany(scene => scene.Elements))
        {
            var text = element is ScriptLine line ? line.Text : ((StageDirection)element).Text;
            if (!Parentheses.AreBalanced(text))
            {
                problems.Add(new DatasetProblem(entry.Path, entry.Result.Lines.Of(element), "parentheses", "Close or remove the parenthesis that has no partner in this speech or direction."));
            }
        }
    }

    private static void CheckRepetition(TelenovelaFolder telenovela, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        var allowed = (telenovela.Bible?.Catchphrases ?? []).Select(catchphrase => Key(catchphrase.Phrase)).Where(phrase => phrase.Length > 0).ToList();
        var places = new Dictionary<string, List<(EpisodeEntry Entry, ScriptLine Line)>>(StringComparer.Ordinal);
        foreach (var entry in telenovela.Episodes)
        {
            foreach (var line in entry.Episode.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>())
            {
                if (Words.Of(line.Text) is { } words && words.Count > thresholds.RepeatedLineWords)
                {
                    var key = string.Join(' ', words);
                    places.TryAdd(key, []);
                    places[key].Add((entry, line));
                }
            }
        }

        foreach (var (words, lines) in places.Where(place => place.Value.Count > thresholds.RepeatedLineTimes && !allowed.Exists(phrase => place.Key.Contains(phrase, StringComparison.Ordinal))))
        {
            var (entry, line) = lines[thresholds.RepeatedLineTimes];
            problems.Add(new DatasetProblem(
                entry.Path,
                entry.Result.Lines.Of(line),
                "repeated-line",
                $"\"{Formats.Excerpt.Of(words)}\" is spoken {lines.Count} times; rewrite it here, or list it among the catchphrases."));
        }
    }

    private static string Key(string phrase) => string.Join(' ', Words.Of(phrase));
}
