using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>Cuts a caption's rows into what different people say and sing.</summary>
internal static class CaptionText
{
    /// <summary>Puts rows together, beginning anew at a dash or <c>&gt;&gt;</c>, by which captions show another speaker.</summary>
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
            var words = WithoutMark(row);
            if (words.Length < row.Length)
            {
                Flush();
                anew = true;
            }

            if (words.Length > 0)
            {
                text.Add(words);
            }
        }

        Flush();
        return utterances;

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

    private static string WithoutMark(string row)
    {
        if (row.StartsWith(">>", StringComparison.Ordinal))
        {
            return row.TrimStart('>', ' ');
        }

        var dash = row.Length > 1 && row[0] is '-' or '\u2013' or '\u2014' or '\u2010' or '\u2011' && row[1] is not ('-' or '\u2013' or '\u2014');
        return dash ? row[1..].TrimStart() : row;
    }
}
