using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Takes the markup out of SRT and WebVTT text: known tags, times in angle brackets, overrides in braces, the escapes of ASS that
/// converters leave there (<c>\N</c>, <c>\h</c>), and character references. Everything else that stands in brackets is words.
/// </summary>
internal static partial class CaptionMarkup
{
    /// <summary>Strips rows and separates voices.</summary>
    /// <param name="rows">Rows of a caption as they stand in the file.</param>
    /// <returns>Rows without markup, in parts by the voice that a <c>&lt;v Name&gt;</c> tag gives; null where there is none.</returns>
    public static List<(string? Voice, List<string> Rows)> Strip(IEnumerable<string> rows)
    {
        var parts = new List<(string? Voice, List<string> Rows)> { (null, []) };
        foreach (var row in rows)
        {
            var text = new StringBuilder(row.Length);
            var from = 0;
            foreach (Match mark in Mark().Matches(row))
            {
                text.Append(row, from, mark.Index - from);
                from = mark.Index + mark.Length;
                if (mark.Groups["space"].Success)
                {
                    text.Append(' ');
                }
                else if (mark.Groups["row"].Success)
                {
                    EndRow(text);
                }
                else if (mark.Groups["voice"].Success)
                {
                    EndRow(text);
                    var name = WebUtility.HtmlDecode(mark.Groups["name"].Value.Trim());
                    parts.Add((name.Length == 0 ? null : name, []));
                }
            }

            EndRow(text.Append(row, from, row.Length - from));
        }

        parts.RemoveAll(part => part.Rows.TrueForAll(string.IsNullOrWhiteSpace));
        return parts;

        void EndRow(StringBuilder text)
        {
            parts[^1].Rows.Add(WebUtility.HtmlDecode(text.ToString()));
            text.Clear();
        }
    }

    [GeneratedRegex(
        @"(?i:</?(?:[ibusc]|em|strong|span|font|ruby|r[tp])(?:\.[^\s<>]*)?(?:\s+[a-z-]+\s*=[^<>]*)?\s*/?>|</?lang(?:[.\s][^<>]*)?>)" +
        @"|(?<voice>(?i:<v(?:\.[^\s<>]*)?(?:\s+(?<name>[^<>]*))?>|</v>))" +
        @"|(?<row>(?i:</?br(?:\s[^<>]*)?/?>)|\\+[Nn])" +
        @"|(?<space>\\+h)" +
        @"|<(?:[0-9]{1,4}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{1,3}>" +
        @"|\{\\[^{}]*\}|\{[A-Za-z]:[^\s{}][^{}]*\}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
