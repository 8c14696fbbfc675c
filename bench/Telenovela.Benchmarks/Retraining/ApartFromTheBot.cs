using System.Globalization;
using System.Runtime.InteropServices;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>
/// Makes this program's threads run whenever they want to (SCHED_FIFO, sched(7)): it stands for Discord, which is on other machines and doesn't wait for
/// a processor of the bot's. What it starts doesn't inherit that. Needs the rights; without them it competes with the bot, and the ratio is worse.
/// </summary>
internal static partial class ApartFromTheBot
{
    private const int Fifo = 1;
    private const int ResetOnFork = 0x40000000;

    /// <summary>Takes it for all threads that there are now; new ones need another call.</summary>
    /// <returns>Whether it was granted.</returns>
    public static bool Take()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var parameters = new SchedulingParameters { Priority = 1 };
        return Directory.EnumerateDirectories("/proc/self/task").ToList()
            .TrueForAll(thread => SetScheduler(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Fifo | ResetOnFork, in parameters) == 0);
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, in SchedulingParameters parameters);

    [StructLayout(LayoutKind.Sequential)]
    private struct SchedulingParameters
    {
        public int Priority;
    }
}
