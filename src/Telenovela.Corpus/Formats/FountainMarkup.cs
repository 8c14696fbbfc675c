using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Fountain's emphasis (<c>*italic*</c>, <c>**bold**</c>, <c>_underline_</c>) and escapes. Emphasis is dropped, its words stay;
/// a mark inside a word (<c>s*x</c>) and a mark without a partner are text. A backslash takes the meaning from the punctuation after it.
/// </summary>
internal static class FountainMarkup
{
    /// <summary>Removes emphasis and escapes.</summary>
    /// <param name="marked">Text as it stands in a Fountain file, on one line.</param>
    /// <returns>Clean text.</returns>
    public static string Decode(string marked)
    {
        if (marked.AsSpan().IndexOfAny('*', '_', '\\') < 0)
        {
            return marked;
        }

        var drop = EmphasisMarks(marked);
        var text = new StringBuilder(marked.Length);
        for (var i = 0; i < marked.Length; i++)
        {
            if (IsEscape(marked, i))
            {
                text.Append(marked[++i]);
            }
            else if (!drop.Contains(i))
            {
                text.Append(marked[i]);
            }
        }

        return PlainText.Clean(text.ToString());
    }

    /// <summary>Writes text so that <see cref="Decode"/> gives it back and no comment opens in it.</summary>
    /// <param name="text">Clean text.</param>
    /// <returns>Text for a Fountain file.</returns>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny("*_\\[/") < 0)
        {
            return text;
        }

        var marked = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            var escape = text[i] switch
            {
                '\\' => true,
                '*' or '_' => !(i > 0 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(next)),
                '[' => next == '[',
                '/' => next == '*',
                _ => false,
            };
            marked.Append(escape ? "\\" : "").Append(text[i]);
        }

        return marked.ToString();
    }

    private static bool IsEscape(string marked, int i) =>
        marked[i] == '\\' && i + 1 < marked.Length && char.IsAscii(marked[i + 1]) && !char.IsLetterOrDigit(marked[i + 1]) && marked[i + 1] != ' ';

    private static HashSet<int> EmphasisMarks(string marked)
    {
        var drop = new HashSet<int>();
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < marked.Length; i++)
        {
            if (IsEscape(marked, i))
            {
                i++;
                continue;
            }

            if (marked[i] is not ('*' or '_'))
            {
                continue;
            }

            var length = marked.AsSpan(i).IndexOfAnyExcept(marked[i]);
            length = length < 0 ? marked.Length - i : length;
            var before = i == 0 ? ' ' : marked[i - 1];
            var after = i + length < marked.Length ? marked[i + length] : ' ';
            var run = length <= 3 ? new string(marked[i], length) : "";
            if (run.Length > 0 && before != ' ' && !char.IsLetterOrDigit(after) && open.Remove(run, out var start))
            {
                drop.UnionWith(Enumerable.Range(start, length));
                drop.UnionWith(Enumerable.Range(i, length));
            }
            else if (run.Length > 0 && after != ' ' && !char.IsLetterOrDigit(before))
            {
                open[run] = i;
            }

            i += length - 1;
        }

        return drop;
    }
}
