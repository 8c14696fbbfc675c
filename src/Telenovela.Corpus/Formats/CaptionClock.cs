using System.Globalization;
using System.Text.RegularExpressions;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Reads times as caption formats write them, and as tools and hands damage them: what is said doesn't hang on when. All results are
/// seconds, 0 to 10,000 hours.
/// </summary>
internal static partial class CaptionClock
{
    private const double Longest = 36_000_000;
    private const int LongestTiming = 200;

    private const string Time = @"(?:[0-9]{1,4}\s?:\s?)?[0-9]{1,2}\s?:\s?[0-9]{1,2}(?:\s?[.,:;]\s?[0-9]{1,9}|\s[0-9]{3})?";
    private const string WholeTime =
        @"(?:[0-9]{1,4}\s?:\s?[0-9]{1,2}\s?:\s?[0-9]{1,2}(?:\s?[.,:;]\s?[0-9]{2,3}|\s[0-9]{3})?" +
        @"|[0-9]{1,2}\s?:\s?[0-9]{1,2}\s?[.,]\s?[0-9]{2,3})";

    /// <summary>Whether a line gives a caption's times, even ones that can't be read.</summary>
    /// <param name="line">A line.</param>
    /// <returns>False for words with an arrow among them (<c>Lima --> Cusco</c>).</returns>
    public static bool IsTiming(string line) => Timing(line) is not null || IsDamagedTiming(line);

    /// <summary>
    /// Reads the times of SRT and WebVTT: <c>00:00:01,000 --> 00:00:02,000</c>, hours optional. Between two times with hours or
    /// fractions, whatever is no word is an arrow (<c>- ></c>, <c>–></c>, a comma).
    /// </summary>
    /// <param name="line">The line; settings after the times are not looked at.</param>
    /// <returns>The times, or null.</returns>
    public static CaptionTimes? Timing(string line)
    {
        var match = Arrow().Match(line);
        if (!match.Success)
        {
            match = DamagedArrow().Match(line);
        }

        return match.Success && Clock(match.Groups["begin"].Value) is { } begin && Clock(match.Groups["end"].Value) is { } end
            ? new CaptionTimes(begin, Math.Max(begin, end), Settings().Replace(match.Groups["rest"].Value, ""))
            : null;
    }

    /// <summary>
    /// Reads a TTML time expression: <c>00:00:01.33</c>, <c>00:00:01:12</c> (frames), <c>1.5s</c>, <c>100ms</c>, <c>12345t</c>; a number
    /// alone is seconds.
    /// </summary>
    /// <param name="text">The expression.</param>
    /// <param name="frameRate">Frames a second.</param>
    /// <param name="tickRate">Ticks a second.</param>
    /// <returns>The time, or null.</returns>
    public static double? Ttml(string text, double frameRate, double tickRate)
    {
        text = text.Trim();
        var frames = Frames().Match(text);
        if (frames.Success)
        {
            return Clock(frames.Groups[1].Value) is { } whole ? InRange(whole + (Number(frames.Groups[2].Value) / frameRate)) : null;
        }

        var offset = Offset().Match(text);
        if (!offset.Success)
        {
            return Clock(text);
        }

        var number = Number(offset.Groups[1].Value);
        return InRange(offset.Groups[2].Value switch
        {
            "h" => number * 3600,
            "m" => number * 60,
            "ms" => number / 1000,
            "f" => number / frameRate,
            "t" => number / tickRate,
            _ => number,
        });
    }

    /// <summary>Whether there is an arrow with something like a clock's time beside it, or before it at the line's start.</summary>
    private static bool IsDamagedTiming(string line)
    {
        line = line[..Math.Min(line.Length, LongestTiming)];
        var arrow = AnyArrow().Match(line);
        if (!arrow.Success)
        {
            return false;
        }

        string[] before = Words(line[..arrow.Index]), after = Words(line[(arrow.Index + arrow.Length)..]);
        return before.Take(1).Concat(before.TakeLast(1)).Concat(after.Take(1)).Any(LooksLikeClock);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a word is mostly digits, with marks in two places at least: <c>00:00:0x,000</c>.</summary>
    private static bool LooksLikeClock(string word)
    {
        word = word.TrimEnd('.', ',', ';', ':');
        var digits = word.Count(char.IsAsciiDigit);
        var marks = word.Count(c => c is ':' or '.' or ',' or ';');
        return digits >= 3 && marks >= 2 && (digits + marks) * 4 >= word.Length * 3;
    }

    private static double? Clock(string text)
    {
        var match = ClockTime().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var minutes = Number(match.Groups["minutes"].Value);
        var seconds = Number($"{match.Groups["seconds"].Value}.{match.Groups["fraction"].Value}");
        return minutes < 60 && seconds < 60 ? InRange((Number("0" + match.Groups["hours"].Value) * 3600) + (minutes * 60) + seconds) : null;
    }

    private static double Number(string digits) =>
        double.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;

    private static double? InRange(double seconds) => seconds is >= 0 and <= Longest ? seconds : null;

    [GeneratedRegex($@"^\s*-?(?<begin>{Time})\s*-->\s*-?(?<end>{Time})(?:\s+(?<rest>.*))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Arrow();

    [GeneratedRegex(
        $@"^\s*-?(?<begin>{WholeTime})[^0-9\p{{L}}]{{1,12}}(?<end>{WholeTime})(?:\s+(?<rest>.*))?$",
        RegexOptions.NonBacktracking)]
    private static partial Regex DamagedArrow();

    [GeneratedRegex(@"[-\u2013\u2014\u2212=~]+ ?>+|\u2192", RegexOptions.NonBacktracking)]
    private static partial Regex AnyArrow();

    [GeneratedRegex(
        @"^(?:(?:align|position|line|size|region|vertical|[XY][12]) ?: ?\S*\s*)+",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Settings();

    [GeneratedRegex(
        @"^(?:(?<hours>[0-9]{1,4})\s?:\s?)?(?<minutes>[0-9]{1,2})\s?:\s?(?<seconds>[0-9]{1,2})" +
        @"(?:(?:\s?[.,:;]\s?|\s)(?<fraction>[0-9]{1,9}))?$",
        RegexOptions.NonBacktracking)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^([0-9]{1,4}:[0-9]{1,2}:[0-9]{1,2}):([0-9]{1,4}(?:\.[0-9]{1,4})?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Frames();

    [GeneratedRegex(@"^([0-9]{1,15}(?:[.,][0-9]{1,9})?)(h|ms|m|s|f|t)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Offset();
}
