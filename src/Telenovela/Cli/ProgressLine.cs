using System.Diagnostics;
using System.Globalization;

namespace Telenovela.Cli;

/// <summary>
/// Progress on standard error: on a terminal one line that is drawn over, with a bar, the rate and the time left; otherwise a plain
/// line now and then.
/// </summary>
internal sealed class ProgressLine(string what) : IDisposable
{
    private const int BarLength = 28;
    private static readonly TimeSpan TerminalPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(15);

    private readonly bool _terminal = !Console.IsErrorRedirected;
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _drawn;
    private bool _open;

    /// <summary>Shows where things stand, not oftener than is useful.</summary>
    /// <param name="share">Share done, 0 to 1.</param>
    /// <param name="detail">Rate, loss and the like.</param>
    public void Report(double share, string detail)
    {
        if (_drawn != 0 && Stopwatch.GetElapsedTime(_drawn) < (_terminal ? TerminalPause : PlainPause))
        {
            return;
        }

        _drawn = Stopwatch.GetTimestamp();
        var elapsed = Stopwatch.GetElapsedTime(_began);
        var left = share > 0.001 ? Format(elapsed / share * (1 - share)) + " left" : "";
        var percent = string.Create(CultureInfo.InvariantCulture, $"{share * 100,5:0.0} %");
        if (_terminal)
        {
            var filled = (int)(share * BarLength);
            Console.Error.Write($"\r{what} [{new string('#', filled)}{new string('.', BarLength - filled)}] {percent} {detail} {left}\e[K");
            _open = true;
        }
        else
        {
            Console.Error.WriteLine($"{what} {percent} {detail} {left}");
        }
    }

    /// <summary>Takes the line away, so that something else can be printed.</summary>
    public void Clear()
    {
        if (_open)
        {
            Console.Error.Write("\r\e[K");
            _open = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private static string Format(TimeSpan time) =>
        time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
