using System.Globalization;
using System.Text.Json;
using Telenovela.Bot.Storage;

namespace Telenovela.Bot.Retraining;

/// <summary>
/// The run under way on this data folder, whichever process carries it out: it leaves word there of how far it is, and looks there whether somebody
/// wants it cancelled.
/// </summary>
/// <param name="paths">The files.</param>
/// <param name="clock">Measures time between looks.</param>
public sealed class SharedRun(RetrainingPaths paths, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private string ProgressFile => Path.Combine(paths.Runs, "progress.json");

    private string CancelFile => Path.Combine(paths.Runs, "cancel");

    /// <summary>How far it is; null where no process carries one out, or none has left word yet.</summary>
    public RetrainingProgress? Progress
    {
        get
        {
            if (!File.Exists(ProgressFile))
            {
                return null;
            }

            // Whoever was killed has left its word, and not the lock.
            using (var free = FileLock.TryTake(paths.Lock, shared: false))
            {
                if (free is not null)
                {
                    return null;
                }
            }

            return Attempt(() => JsonSerializer.Deserialize<RetrainingProgress>(File.ReadAllBytes(ProgressFile)));
        }
    }

    /// <summary>Asks for it to be cancelled; the process that carries it out looks every second.</summary>
    /// <returns>False where there is none.</returns>
    public bool Cancel() => Progress is { } progress && Attempt(() =>
    {
        File.WriteAllText(CancelFile, progress.RunId.ToString(CultureInfo.InvariantCulture));
        return "";
    }) is not null;

    /// <summary>Leaves word. Where the disk refuses, nobody elsewhere hears of it, and the run goes on.</summary>
    /// <param name="progress">How far the run is that this process carries out.</param>
    public void Tell(RetrainingProgress progress) => Attempt(() =>
    {
        Directory.CreateDirectory(paths.Runs);
        File.WriteAllBytes(ProgressFile + ".tmp", JsonSerializer.SerializeToUtf8Bytes(progress));
        File.Move(ProgressFile + ".tmp", ProgressFile, overwrite: true);
        return "";
    });

    /// <summary>Takes the word back: the run of this process has ended.</summary>
    public void End() => Attempt(() =>
    {
        File.Delete(ProgressFile);
        File.Delete(CancelFile);
        return "";
    });

    /// <summary>Waits until somebody wants this process's run cancelled.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">The run has ended.</param>
    /// <returns>False when the run has ended before.</returns>
    public async Task<bool> IsCancelledAsync(long runId, CancellationToken cancellationToken)
    {
        var wish = runId.ToString(CultureInfo.InvariantCulture);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (File.Exists(CancelFile) && Attempt(() => File.ReadAllText(CancelFile)) == wish)
            {
                return true;
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    private static T? Attempt<T>(Func<T?> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (Exception refuses) when (refuses is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
