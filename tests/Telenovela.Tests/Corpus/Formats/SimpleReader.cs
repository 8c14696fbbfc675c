using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Telenovela.Tests.Corpus.Formats;

/// <summary>
/// A second, simple reader of all formats: it takes the markup out with regular expressions and gives the words that are left, line by
/// line. It knows nothing of speakers, sentences or scenes, and shares no code with the readers that it checks.
/// </summary>
internal static partial class SimpleReader
{
    private const string Clock = @"(\d+ ?: ?\d+ ?: ?\d+([.,:; ] ?\d+)?|\d+ ?: ?\d+ ?[.,] ?\d+)";

    /// <summary>The lines of a file without their markup; markup that goes over several lines leaves empty ones.</summary>
    public static string[] Lines(string text, string format)
    {
        text = text.ReplaceLineEndings("\n");
        text = format switch
        {
            "TTML" => Xml(text),
            "SRT" => Captions(text.Split('\n'), isWebVtt: false),
            "WebVTT" => Captions(text.Split('\n'), isWebVtt: true),
            "Fountain" => Fountain(text),
            _ => text,
        };
        return Invisible().Replace(format == "Fountain" ? text : Continued().Replace(text, ":"), "").Split('\n');
    }

    /// <summary>Whether a line gives the times of a caption.</summary>
    public static bool IsTimes(string line) => Times().IsMatch(line);

    private static string Captions(string[] lines, bool isWebVtt)
    {
        var result = new StringBuilder();
        var isComment = isWebVtt;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var isTimes = IsTimes(line);
            var timesFollow = i + 1 < lines.Length && IsTimes(lines[i + 1]);
            isComment = !isTimes && line.Trim().Length > 0 &&
                (isComment || (isWebVtt && Regex.IsMatch(line, @"^(NOTE|STYLE|REGION)(\s|$)")));
            var isHeader = isWebVtt && !lines.Take(i).Any(before => before.Trim().Length == 0);
            var isId = timesFollow && (isWebVtt ? i == 0 || lines[i - 1].Trim().Length == 0 : Regex.IsMatch(line, @"^\s*\d+\s*$"));
            result.Append(
                isTimes ? Settings().Replace(Times().Replace(line, ""), " ")
                : isId || (isHeader ? Regex.IsMatch(line, "^(WEBVTT|[A-Za-z-]+[:=])") : isComment) ? ""
                : line).Append('\n');
        }

        var text = Regex.Replace(result.ToString(), @"<v[ .][^<>\n]*>|</v>|</?br ?/?>|\\+[NnHh]", " ");
        text = Regex.Replace(
            text,
            @"</?(i|b|u|s|c|em|lang|font|ruby|rt)([ .][a-z]+(=[^<>\n]*)?)?>|<[0-9:]+[.,][0-9]+>" +
            @"|\{\\[^{}\n]*\}|\{[a-zA-Z]:[^\s{}][^{}\n]*\}",
            "");
        return WebUtility.HtmlDecode(text);
    }

    private static string Xml(string text)
    {
        text = Blank(
            text,
            @"<!--.*?-->|<\?.*?\?>|<head>.*?</head>|<(metadata|title|desc|copyright|name)(?:\s[^>]*[^>/])?>.*?</\1>" +
            @"|<span [^>]*x-translation[^>]*>.*?</span>");
        text = Regex.Replace(text, @"<!\[CDATA\[(.*?)\]\]>", "$1", RegexOptions.Singleline);
        text = Blank(text, @"</?(p|br|div|body|tt|text)\b[^>]*>");
        return WebUtility.HtmlDecode(Regex.Replace(text, @"</?[a-z][^<>]*>", match => new string('\n', match.Value.Count(c => c == '\n'))));
    }

    private static string Fountain(string text)
    {
        text = Regex.Replace(
            text,
            @"\\([^\n])|/\*.*?\*/|\[\[((?!\n\n).)*?\]\]",
            match => match.Groups[1].Success ? match.Value : new string('\n', match.Value.Count(c => c == '\n')),
            RegexOptions.Singleline);
        text = Regex.Replace(text, @"^[\s-[\n]]*#.*$", "", RegexOptions.Multiline);
        text = Regex.Replace(text, @"( ?#[\p{L}\p{N}.-]{1,12}#)+[ \t]*$", "", RegexOptions.Multiline);
        text = Regex.Replace(text, @"^(Title|Season|Episode|Author|Language|Título|Autora)\s?:", "", RegexOptions.Multiline);
        return Regex.Replace(text, @"\((CONT'D|SIGUE|MÁS|MORE|CONTINÚA)\)", "", RegexOptions.IgnoreCase);
    }

    /// <summary>Replaces what matches by a space and the line ends in it.</summary>
    private static string Blank(string text, string pattern) =>
        Regex.Replace(text, pattern, match => " " + new string('\n', match.Value.Count(c => c == '\n')), RegexOptions.Singleline);

    [GeneratedRegex(@"\((CONT'D|SIGUE|MÁS|MORE|CONTINÚA)\) *:", RegexOptions.IgnoreCase)]
    private static partial Regex Continued();

    [GeneratedRegex($@"^\W*{Clock}\W+{Clock}(?=\s|$)")]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(align|line|position|X1|Y1):\S+")]
    private static partial Regex Settings();

    [GeneratedRegex(@"\p{Cf}")]
    private static partial Regex Invisible();
}
