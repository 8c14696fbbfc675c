using System.Globalization;
using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>
/// Rules of form. What people give to the bot is exported as telenovelas without a cast, so those are held to what contributions are held
/// to: nothing hidden. A complete telenovela has Latin letters and plain punctuation, and parentheses that match.
/// </summary>
internal static class ScriptRules
{
    public static void Check(TelenovelaFolder telenovela, List<DatasetProblem> problems)
    {
        if (telenovela.Bible is null)
        {
            problems.Add(new DatasetProblem(telenovela.ReadmePath, 0, "readme", "Write a README.md: episodes, language, format, who wrote or transcribed it, licence, last update."));
        }

        var isComplete = telenovela.Bible is { HasCast: true };
        foreach (var entry in telenovela.Episodes)
        {
            problems.AddRange(entry.Result.Skips.Select(skip => new DatasetProblem(entry.Path, skip.Line, "unreadable", skip.Reason)));
            CheckCharacters(entry, isComplete, problems);
            if (isComplete)
            {
                CheckParentheses(entry, problems);
            }

            if (entry.Episode.Number > 0 && (entry.Episode.Season, entry.Episode.Number) != (entry.File.Season, entry.File.Number))
            {
                problems.Add(new DatasetProblem(entry.Path, 1, "title-page", $"The title page says season {entry.Episode.Season}, episode {entry.Episode.Number}; make it agree with the file's name."));
            }

            if (entry.Result.Counts.Lines == 0)
            {
                problems.Add(new DatasetProblem(entry.Path, 0, "silent", "Let somebody speak; there is no spoken line in it."));
            }
        }
    }

    private static void CheckCharacters(EpisodeEntry entry, bool isComplete, List<DatasetProblem> problems)
    {
        var number = 0;
        foreach (var line in entry.Text.AsSpan().EnumerateLines())
        {
            number++;
            foreach (var rune in line.EnumerateRunes())
            {
                if (IsHidden(rune) || (isComplete && IsStray(rune)))
                {
                    problems.Add(new DatasetProblem(entry.Path, number, "stray-character", IsHidden(rune)
                        ? $"Remove {Described(rune)}, which nobody sees."
                        : $"Replace {Described(rune)}; scripts use Latin letters, digits and plain punctuation."));
                    break;
                }
            }
        }
    }

    /// <summary>Contributions with these are refused; control characters don't get that far.</summary>
    private static bool IsHidden(Rune rune) => Rune.IsControl(rune) || UnsafeCharacters.IsInvisible(rune);

    /// <summary>Letters of other scripts, symbols such as emoji and note signs, and unassigned code points.</summary>
    private static bool IsStray(Rune rune)
    {
        if (Rune.IsLetter(rune))
        {
            return rune.Value is > 0x24F and not (>= 0x1E00 and <= 0x1EFF) and not (>= 0xFB00 and <= 0xFB06);
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.EnclosingMark or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            && rune.Value is not (0xB0 or 0xA9 or 0xAE);
    }

    private static string Described(Rune rune) =>
        Rune.IsLetter(rune) ? $"the letter \"{rune}\" (U+{rune.Value:X4})" : $"the character U+{rune.Value:X4}";

    private static void CheckParentheses(EpisodeEntry entry, List<DatasetProblem> problems)
    {
        foreach (var scene in entry.Episode.Scenes)
        {
            if (!Parentheses.AreBalanced(scene.Heading) || !Parentheses.AreBalanced(scene.Synopsis))
            {
                problems.Add(new DatasetProblem(entry.Path, entry.Result.Lines.Of(scene), "parentheses", "Close or remove the parenthesis that has no partner in this scene's heading or synopsis."));
            }

            foreach (var element in scene.Elements)
            {
                var text = element is ScriptLine line ? line.Text : ((StageDirection)element).Text;
                if (!Parentheses.AreBalanced(text))
                {
                    problems.Add(new DatasetProblem(entry.Path, entry.Result.Lines.Of(element), "parentheses", "Close or remove the parenthesis that has no partner in this speech or direction."));
                }
            }
        }
    }
}
