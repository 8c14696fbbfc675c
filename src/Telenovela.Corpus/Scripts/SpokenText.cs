using System.Text;

namespace Telenovela.Corpus.Scripts;

/// <summary>
/// Takes cues out of a speech and puts them back. <c>Split(Join(Split(x))) == Split(x)</c> for every string: the words, the cues, and
/// where they stand survive; only spacing is made regular.
/// </summary>
public static class SpokenText
{
    private const string ClosingPunctuation = ",.;:!?\u2026";

    /// <summary>Separates the words from the cues.</summary>
    /// <param name="speech">Words with cues in matched parentheses; a colon right after a cue (<c>(exhales): Ah</c>) is dropped.</param>
    /// <returns>The words, and the cues by position.</returns>
    public static (string Text, ValueList<Cue> Cues) Split(string speech)
    {
        speech = PlainText.Clean(speech);
        var pairs = Parentheses.Outermost(speech);
        if (pairs.Count == 0)
        {
            return (speech, []);
        }

        var text = new StringBuilder(speech.Length);
        var cues = new List<Cue>(pairs.Count);
        var waiting = new List<string>();
        var from = 0;
        for (var pair = 0; pair <= pairs.Count; pair++)
        {
            var to = pair < pairs.Count ? pairs[pair].Open : speech.Length;
            var chunk = speech.AsSpan(from, to - from);
            if (from > 0 && chunk.StartsWith(":"))
            {
                chunk = chunk.TrimStart(": ");
                Append(text, cues, waiting, chunk.TrimEnd(), attached: false);
            }
            else
            {
                Append(text, cues, waiting, chunk.Trim(), attached: from > 0 && !chunk.StartsWith(" "));
            }

            if (pair < pairs.Count)
            {
                var (open, close) = pairs[pair];
                var words = speech.AsSpan(open + 1, close - open - 1).Trim();
                if (!words.IsEmpty)
                {
                    waiting.Add(words.ToString());
                }

                from = close + 1;
            }
        }

        cues.AddRange(waiting.Select(cue => new Cue(text.Length, cue)));
        return (text.ToString(), cues.ToValueList());
    }

    /// <summary>Puts cues back among the words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="cues">The cues; positions outside the text are moved to its ends.</param>
    /// <returns>One line such as <c>Go. (beat) Now.</c></returns>
    public static string Join(string text, IReadOnlyList<Cue> cues)
    {
        if (cues.Count == 0)
        {
            return text;
        }

        var speech = new StringBuilder(text.Length + (16 * cues.Count));
        var from = 0;
        for (var i = 0; i < cues.Count; i++)
        {
            var position = Math.Clamp(cues[i].Position, from, text.Length);
            speech.Append(text.AsSpan(from, position - from));
            from = position;
            if (speech.Length > 0 && speech[^1] != ' ')
            {
                speech.Append(' ');
            }

            speech.Append('(').Append(CueWords(cues[i].Text)).Append(')');
            var last = i == cues.Count - 1 || cues[i + 1].Position > position;
            var attached = last && position > 0 && position < text.Length && text[position - 1] != ' ' &&
                ClosingPunctuation.Contains(text[position], StringComparison.Ordinal);
            if (!attached && last && position < text.Length)
            {
                speech.Append(' ');
            }
        }

        return speech.Append(text.AsSpan(from)).ToString();
    }

    /// <summary>The words of a cue as they can stand between parentheses.</summary>
    /// <param name="words">Any words.</param>
    /// <returns>The cleaned words, without parentheses where those have no partner.</returns>
    internal static string CueWords(string words)
    {
        words = PlainText.Clean(words);
        return Parentheses.AreBalanced(words) ? words : PlainText.Clean(words.Replace('(', ' ').Replace(')', ' '));
    }

    private static void Append(StringBuilder text, List<Cue> cues, List<string> waiting, ReadOnlySpan<char> chunk, bool attached)
    {
        if (chunk.IsEmpty)
        {
            return;
        }

        if (text.Length > 0 && !(attached && ClosingPunctuation.Contains(chunk[0], StringComparison.Ordinal)))
        {
            text.Append(' ');
        }

        foreach (var cue in waiting)
        {
            cues.Add(new Cue(text.Length, cue));
        }

        waiting.Clear();
        text.Append(chunk);
    }
}
