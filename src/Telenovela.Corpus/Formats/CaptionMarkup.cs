using System.Net;
using System.Text;

namespace Telenovela.Corpus.Formats;

/// <summary>Takes the markup out of SRT and WebVTT text: tags in angle brackets, overrides in braces, character references.</summary>
internal static class CaptionMarkup
{
    private const int LongestTag = 200;

    /// <summary>Strips rows and separates voices.</summary>
    /// <param name="rows">Rows of a caption as they stand in the file.</param>
    /// <returns>Rows without markup, in parts by the voice that a <c>&lt;v Name&gt;</c> tag gives; null where there is none.</returns>
    public static List<(string? Voice, List<string> Rows)> Strip(IEnumerable<string> rows)
    {
        var parts = new List<(string? Voice, List<string> Rows)> { (null, []) };
        foreach (var row in rows)
        {
            var text = new StringBuilder(row.Length);
            for (var i = 0; i < row.Length; i++)
            {
                if (TagEnd(row, i) is not (var end and > 0))
                {
                    text.Append(row[i]);
                    continue;
                }

                if (Voice(row.AsSpan(i + 1, end - i - 1)) is { } voice)
                {
                    parts[^1].Rows.Add(WebUtility.HtmlDecode(text.ToString()));
                    text.Clear();
                    parts.Add((voice, []));
                }
                else if (row.AsSpan(i, end - i + 1).Equals("</v>", StringComparison.OrdinalIgnoreCase))
                {
                    parts[^1].Rows.Add(WebUtility.HtmlDecode(text.ToString()));
                    text.Clear();
                    parts.Add((null, []));
                }
                else if (row.AsSpan(i + 1, end - i - 1).StartsWith("br", StringComparison.OrdinalIgnoreCase))
                {
                    text.Append(' ');
                }

                i = end;
            }

            parts[^1].Rows.Add(WebUtility.HtmlDecode(text.ToString()));
        }

        parts.RemoveAll(part => part.Rows.TrueForAll(string.IsNullOrWhiteSpace));
        return parts;
    }

    private static int TagEnd(string row, int at)
    {
        var isTag = row[at] == '<' && at + 1 < row.Length && (char.IsAsciiLetterOrDigit(row[at + 1]) || row[at + 1] == '/');
        var isOverride = row[at] == '{' && at + 1 < row.Length && (row[at + 1] == '\\' || (at + 2 < row.Length && row[at + 2] == ':'));
        return isTag || isOverride ? row.IndexOf(isTag ? '>' : '}', at, Math.Min(row.Length - at, LongestTag)) : -1;
    }

    private static string? Voice(ReadOnlySpan<char> tag)
    {
        if (tag.Length < 3 || tag[0] is not ('v' or 'V') || tag[1] is not (' ' or '.'))
        {
            return null;
        }

        var space = tag.IndexOf(' ');
        return space < 0 || tag[space..].IsWhiteSpace() ? null : WebUtility.HtmlDecode(tag[space..].Trim().ToString());
    }
}
