using System.Globalization;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>Processor time that everything on the machine has taken, of which Linux keeps account.</summary>
internal static class MachineTime
{
    private const string Statistics = "/proc/stat";
    private const string LoadAverage = "/proc/loadavg";
    private const double TicksPerSecond = 100;
    private const int Idle = 4;
    private const int Waiting = 5;
    private const int Counted = 8;

    /// <summary>Seconds so far, of all processors, with those that other machines on the same host took; null where it isn't known.</summary>
    public static double? Seconds => File.Exists(Statistics)
        ? File.ReadLines(Statistics).First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Index().Where(part => part.Index is > 0 and not Idle and not Waiting and <= Counted)
            .Sum(part => double.Parse(part.Item, CultureInfo.InvariantCulture)) / TicksPerSecond
        : null;

    /// <summary>Threads that ran or wanted to, mean of the last minute.</summary>
    public static string Load => File.Exists(LoadAverage) ? File.ReadAllText(LoadAverage).Split(' ')[0] : "unknown";
}
