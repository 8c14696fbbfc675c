using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Telenovela.Bot.Retraining.Training;

/// <summary>
/// Lets everything else on the machine go first. On Linux a priority belongs to a thread, and a thread inherits that of the one which made it;
/// so work is given a thread of its own, whose priority nobody inherits by accident.
/// </summary>
public static partial class BackgroundPriority
{
    private const int Process = 0;
    private const int Lowest = 19;

    /// <summary>Gives every thread of this process the lowest priority, and so every one that they make.</summary>
    public static void TakeForProcess()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.PriorityClass = ProcessPriorityClass.Idle;
        foreach (var thread in OperatingSystem.IsLinux() ? Directory.EnumerateDirectories("/proc/self/task") : [])
        {
            // A thread that has ended in between is no loss.
            _ = SetPriority(Process, uint.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Lowest);
        }
    }

    /// <summary>Runs work on a thread of its own with the lowest priority.</summary>
    /// <param name="work">The work.</param>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                if (OperatingSystem.IsLinux())
                {
                    _ = SetPriority(Process, 0, Lowest);
                }

                done.SetResult(work());
            }
            catch (OperationCanceledException cancelled)
            {
                done.SetCanceled(cancelled.CancellationToken);
            }
#pragma warning disable CA1031 // Whoever awaits gets it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                done.SetException(exception);
            }
        })
        {
            IsBackground = true,
            Name = "retraining",
            Priority = ThreadPriority.Lowest,
        };
        thread.Start();
        return done.Task;
    }

    /// <summary>setpriority(2): 0 for success.</summary>
    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
