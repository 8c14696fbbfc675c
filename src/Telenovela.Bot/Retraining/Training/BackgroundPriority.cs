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
    private const int Idle = 5;

    /// <summary>
    /// Gives every thread of this process the lowest priority, and so every one that they make. On Linux they also run only when no other thread wants to
    /// (SCHED_IDLE, sched(7)): whoever wakes need not wait until they pause. That can't be taken back, so it is for processes that do nothing else.
    /// The C library notes a thread's policy when it is made, and with enough rights .NET gives later threads of its own the noted one back; those keep the
    /// lowest priority, and the one that works is there already.
    /// </summary>
    public static void TakeForProcess()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        self.PriorityClass = ProcessPriorityClass.Idle;
        foreach (var thread in OperatingSystem.IsLinux() ? Directory.EnumerateDirectories("/proc/self/task") : [])
        {
            // A thread that has ended in between is no loss, and where a system forbids it the work is done all the same.
            var id = int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture);
            _ = SetPriority(Process, id, Lowest);
            _ = SetScheduler(id, Idle, new SchedulingParameters());
        }
    }

    /// <summary>Runs work on a thread of its own with the lowest priority.</summary>
    /// <param name="work">The work.</param>
    /// <param name="niceness">That of Linux, 0 to 19, where another priority is wanted.</param>
    public static Task<T> RunAsync<T>(Func<T> work, int niceness = Lowest)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                if (OperatingSystem.IsLinux())
                {
                    _ = SetPriority(Process, 0, niceness);
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
    private static partial int SetPriority(int which, int who, int priority);

    /// <summary>sched_setscheduler(2): 0 for success. On Linux its first parameter is a thread.</summary>
    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, in SchedulingParameters parameters);

    /// <summary>sched_param: the idle policy takes the priority 0 alone.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct SchedulingParameters
    {
        public int Priority;
    }
}
