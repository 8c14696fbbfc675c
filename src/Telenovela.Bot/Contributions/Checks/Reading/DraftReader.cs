using System.Text.RegularExpressions;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks.Reading;

/// <summary>
/// Reads what was typed into lines. <c>NAME: words</c> begins a line where the name is in capitals, is the given character's, or no
/// character was given; <c>NAME</c> alone in capitals begins one whose words follow below, as in a script. A line that names nobody goes
/// on with the speech above it, or is the given character's.
/// </summary>
public static partial class DraftReader
{
    private const int MostNameWords = 5;

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="character">The given character, if any.</param>
    /// <returns>Lines in order, numbered from 1; a line without words, or without a speaker, is among them.</returns>
    public static IReadOnlyList<DraftLine> Read(string text, string? character)
    {
        character = NameOf(character);
        var lines = new List<DraftLine>();
        (string? Speaker, string Words)? open = null;
        void Close()
        {
            if (open is var (speaker, words))
            {
                lines.Add(new DraftLine(lines.Count + 1, speaker, words));
            }

            open = null;
        }

        foreach (var typed in text.Split(['\n', '\r', '\u2028', '\u2029', '\u0085'], StringSplitOptions.TrimEntries))
        {
            if (PlainText.Clean(typed).Length == 0)
            {
                // An empty line ends a speech, but a name waits for its words.
                if (open is { Words.Length: > 0 })
                {
                    Close();
                }
            }
            else if (Tagged(typed, character) is var (name, words))
            {
                Close();
                open = (name, words);
            }
            else
            {
                open = open is var (speaker, before) ? (speaker, before.Length == 0 ? typed : $"{before} {typed}") : (character, typed);
            }
        }

        Close();
        return lines;
    }

    /// <summary>A character's name as it is kept: on one line, without a colon behind it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <returns>The name, or null where nothing is left.</returns>
    public static string? NameOf(string? typed) =>
        typed is null || PlainText.Clean(typed).TrimEnd(':').TrimEnd() is not { Length: > 0 } name ? null : name;

    private static (string Name, string Words)? Tagged(string typed, string? character)
    {
        var match = Tag().Match(typed);
        if (!match.Success)
        {
            return IsShouted(typed) && character is null && Bare().IsMatch(typed) && !typed.EndsWith('.') ? (PlainText.Clean(typed), "") : null;
        }

        var name = PlainText.Clean(match.Groups["name"].ValueSpan);
        var words = match.Groups["words"].Value.Trim();
        var isName = IsShouted(name) || name.Equals(character, StringComparison.OrdinalIgnoreCase) || (character is null && LooksLikeName(name));
        var cue = match.Groups["cue"].Value;
        return isName ? (name, cue.Length > 0 ? $"{cue} {words}".TrimEnd() : words) : null;
    }

    private static bool IsShouted(string name) => name.Any(char.IsUpper) && !name.Any(char.IsLower) && name.Count(char.IsLetter) > 1;

    private static bool LooksLikeName(string name) => name.Split(' ').Length <= MostNameWords && char.IsLetter(name[0]);

    [GeneratedRegex(@"^(?<name>[\p{L}\p{M}\p{N} .'’&#\p{Cf}-]{1,80}?)\s*(?<cue>\([^()]*\))?\s*[:：](?<words>$|[^/:].*$)", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N} .'’&#-]{2,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}
