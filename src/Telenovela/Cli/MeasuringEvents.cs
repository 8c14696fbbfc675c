using System.Diagnostics;
using System.Text.Json;
using Telenovela.Bot.Retraining.Training;

namespace Telenovela.Cli;

/// <summary>For a parent process: JSON, an object a line (<see cref="MeasuringEvent"/>), at most two a second.</summary>
internal sealed class MeasuringEvents(TextWriter writer)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private TimeSpan _last = -Pause;

    /// <summary>Tells how much is done.</summary>
    public void Tell(double share)
    {
        if (_since.Elapsed - _last >= Pause || share == 1)
        {
            _last = _since.Elapsed;
            writer.WriteLine(JsonSerializer.Serialize(new MeasuringEvent(share)));
            writer.Flush();
        }
    }
}
