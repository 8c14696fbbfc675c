using System.Globalization;
using System.Text.RegularExpressions;

namespace Telenovela.Corpus.Formats;

/// <summary>Reads times as caption formats write them. All results are seconds, 0 to 100 hours.</summary>
internal static partial class CaptionClock
{
    private const double Longest = 360_000;

    /// <summary>Whether a line looks as if it gave a caption's times.</summary>
    /// <param name="line">A line.</param>
    /// <returns>True for anything with an arrow.</returns>
    public static bool IsTiming(string line) => line.Contains("-->", StringComparison.Ordinal);

    /// <summary>Reads the times of SRT and WebVTT: <c>00:00:01,000 --> 00:00:02,000</c>, with full stops or commas, hours optional.</summary>
    /// <param name="line">The line; what follows the times is not looked at.</param>
    /// <returns>The times, or null.</returns>
    public static (double Begin, double End)? Timing(string line)
    {
        var match = Arrow().Match(line);
        return match.Success && Clock(match.Groups[1].Value) is { } begin && Clock(match.Groups[2].Value) is { } end && end >= begin
            ? (begin, end)
            : null;
    }

    /// <summary>Reads a TTML time expression: <c>00:00:01.33</c>, <c>00:00:01:12</c> (frames), <c>1.5s</c>, <c>100ms</c>, <c>12345t</c>.</summary>
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

    private static double? Clock(string text)
    {
        var match = ClockTime().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var minutes = Number(match.Groups[2].Value);
        var seconds = Number(match.Groups[3].Value.Replace(',', '.'));
        return minutes < 60 && seconds < 60 ? InRange((Number("0" + match.Groups[1].Value) * 3600) + (minutes * 60) + seconds) : null;
    }

    private static double Number(string digits) =>
        double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static double? InRange(double seconds) => seconds is >= 0 and <= Longest ? seconds : null;

    [GeneratedRegex(@"^\s*([0-9:.,]{1,20})\s*-->\s*([0-9:.,]{1,20})(?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{1,2}(?:[.,][0-9]{1,9})?)$", RegexOptions.NonBacktracking)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^([0-9]{1,3}:[0-9]{1,2}:[0-9]{1,2}):([0-9]{1,4}(?:\.[0-9]{1,4})?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Frames();

    [GeneratedRegex(@"^([0-9]{1,15}(?:\.[0-9]{1,9})?)(h|ms|m|s|f|t)$", RegexOptions.NonBacktracking)]
    private static partial Regex Offset();
}
