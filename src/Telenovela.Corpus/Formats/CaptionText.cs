using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Speech;

namespace Telenovela.Corpus.Formats;

/// <summary>Cuts a caption's rows into what different people say and sing.</summary>
internal static class CaptionText
{
    private const string Dashes = "-\u2013\u2014\u2010\u2011";

    /// <summary>
    /// Puts rows together, beginning anew at a dash or <c>&gt;&gt;</c>, by which captions show another speaker: where a row begins, and
    /// within a row after the end of a sentence (<c>- ¿Vienes? - No.</c>).
    /// </summary>
    /// <param name="rows">Rows without markup.</param>
    /// <returns>Clean texts with cues in parentheses, and whether another speaker begins with each.</returns>
    public static List<(string Text, bool BeginsAnew)> Utterances(IReadOnlyList<string> rows)
    {
        var utterances = new List<(string Text, bool BeginsAnew)>();
        var text = new List<string>();
        var anew = false;
        foreach (var raw in rows)
        {
            var row = PlainText.Clean(raw.Replace('[', '(').Replace(']', ')'));
            var from = 0;
            for (var at = 0; at < row.Length; at++)
            {
                if (MarkLength(row, at) is var mark and > 0 && (at == 0 || IsBetweenSpeakers(row, from, at, mark, anew)))
                {
                    Say(row[from..at]);
                    Flush();
                    anew = true;
                    from = at + mark;
                }
            }

            Say(row[from..]);
        }

        Flush();
        return utterances;

        void Say(string words)
        {
            if (PlainText.Clean(words) is { Length: > 0 } clean)
            {
                text.Add(clean);
            }
        }

        void Flush()
        {
            if (text.Count > 0)
            {
                utterances.Add((string.Join(' ', text), anew));
                text.Clear();
            }
        }
    }

    /// <summary>Separates songs, which stand between song marks, from speech.</summary>
    /// <param name="text">Clean text.</param>
    /// <returns>The parts without marks; none for marks alone.</returns>
    public static List<(string Text, bool IsSong)> Songs(string text)
    {
        if (text.StartsWith("# ", StringComparison.Ordinal) || text.EndsWith(" #", StringComparison.Ordinal))
        {
            text = $"\u266a{text.Trim('#')}\u266a";
        }

        if (!SongMarks.AreIn(text))
        {
            return [(text, false)];
        }

        var parts = text.Split(SongMarks.Signs.ToCharArray()).Select(part => PlainText.Clean(part)).ToList();
        var songs = new List<(string Text, bool IsSong)>();
        if (parts.Exists(part => !Parentheses.AreBalanced(part)))
        {
            return [(PlainText.Clean(SongMarks.Remove(text)), false)];
        }

        // "sung mark" at a caption's end alone means that all of it is sung.
        var sung = parts[0].Length == 0;
        var onlyEnds = !sung && parts.FindIndex(1, part => part.Length > 0) < 0;
        foreach (var part in parts.Where(part => part.Length > 0))
        {
            songs.Add((part, sung || onlyEnds));
            sung = !sung;
        }

        return songs;
    }

    /// <summary>The length of a mark of another speaker with the spaces after it; 0 where there is none.</summary>
    private static int MarkLength(string row, int at)
    {
        var words = row.AsSpan(at);
        if (words.StartsWith(">>"))
        {
            return words.Length - words.TrimStart("> ").Length;
        }

        return words.Length > 1 && Dashes.Contains(words[0], StringComparison.Ordinal) && words[1] is not ('-' or '\u2013' or '\u2014')
            ? words.Length - words[1..].TrimStart().Length
            : 0;
    }

    /// <summary>
    /// Whether a mark within a row separates speakers: what stands before it ends a sentence, and what follows begins one.
    /// </summary>
    private static bool IsBetweenSpeakers(string row, int from, int at, int mark, bool anew)
    {
        if (row[at - 1] != ' ' || at + mark >= row.Length || from >= at - 1)
        {
            return false;
        }

        var before = row.AsSpan(from, at - 1 - from);
        var next = row[at + mark];
        var isGlued = mark == 1;
        return (Sentences.EndsUtterance(before) || (anew && before[^1] == ')')) &&
            (row[at] == '>' || (anew ? !(isGlued && char.IsDigit(next)) : isGlued && (char.IsUpper(next) || next is '\u00bf' or '\u00a1')));
    }
}
