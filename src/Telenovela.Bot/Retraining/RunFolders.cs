using System.Globalization;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Retraining.Stages;

namespace Telenovela.Bot.Retraining;

/// <summary>
/// The folders that runs work in. They hold contributed lines, so none may stay longer than it is needed, nor when one of its lines is deleted.
/// </summary>
/// <param name="paths">Where they are.</param>
/// <param name="logger">Told of what can't be removed.</param>
public sealed partial class RunFolders(RetrainingPaths paths, ILogger<RunFolders> logger)
{
    /// <summary>How often a run that gets no further is taken up again: whatever kills the bot every time must not do so for ever.</summary>
    private const int MostAttempts = 10;

    private const string AttemptsFile = "attempts";

    /// <summary>A run's folder.</summary>
    /// <param name="runId">The run.</param>
    public string Of(long runId) => paths.Of(runId);

    /// <summary>Removes a run's folder.</summary>
    /// <param name="runId">The run.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public void Remove(long runId) => Remove(paths.Of(runId));

    /// <summary>Removes the folder of a run that has ended. What can't be removed now is removed before the next run, or by the next deletion.</summary>
    /// <param name="runId">The run.</param>
    public void Leave(long runId) => TryRemove(paths.Of(runId));

    /// <summary>Removes what runs left behind: killed while they ended, or known only to a database before a restored backup.</summary>
    /// <param name="runId">The run that is to go on; null for none.</param>
    public void RemoveOthers(long? runId)
    {
        var kept = runId is { } id ? paths.Of(id) : null;
        foreach (var folder in Directory.Exists(paths.Runs) ? Directory.GetDirectories(paths.Runs) : [])
        {
            if (folder != kept)
            {
                TryRemove(folder);
            }
        }
    }

    /// <summary>Removes an interrupted run's folder where it holds a line that may no longer be learned, or nobody can tell; the run begins anew.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="learnable">The lines that may be learned.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk refuses.</exception>
    public void RemoveIfForbidden(long runId, IReadOnlySet<string> learnable)
    {
        var run = new RunUnderWay(runId, default, paths.Of(runId), (_, _) => { });
        if (!run.Remember() || !run.Plan.MayBeLearned(learnable))
        {
            Remove(runId);
        }
    }

    /// <summary>Counts one more attempt at the stage that is next.</summary>
    /// <param name="runId">The run.</param>
    /// <exception cref="RetrainingException">It was tried too often.</exception>
    public void CountAttempt(long runId)
    {
        Directory.CreateDirectory(paths.Of(runId));
        var attempts = AttemptsAt(runId) + 1;
        if (attempts > MostAttempts)
        {
            throw new RetrainingException($"The run was interrupted {MostAttempts} times in a row at the same stage and is given up. Look in the log for what ends the bot.");
        }

        Note(runId, attempts);
    }

    /// <summary>Takes an attempt back: the bot was told to stop, which is nobody's fault.</summary>
    /// <param name="runId">The run.</param>
    public void TakeBackAttempt(long runId)
    {
        if (AttemptsAt(runId) is > 0 and var attempts)
        {
            Note(runId, attempts - 1);
        }
    }

    /// <summary>Forgets the attempts: the stage has ended.</summary>
    /// <param name="runId">The run.</param>
    public void ForgetAttempts(long runId) => File.Delete(FileOf(runId));

    private int AttemptsAt(long runId) =>
        File.Exists(FileOf(runId)) && int.TryParse(File.ReadAllText(FileOf(runId)), NumberStyles.None, CultureInfo.InvariantCulture, out var counted) ? counted : 0;

    private void Note(long runId, int attempts) => File.WriteAllText(FileOf(runId), attempts.ToString(CultureInfo.InvariantCulture));

    private string FileOf(long runId) => Path.Combine(paths.Of(runId), AttemptsFile);

    private void TryRemove(string folder)
    {
        try
        {
            Remove(folder);
        }
        catch (Exception refuses) when (refuses is IOException or UnauthorizedAccessException)
        {
            Log.Stays(logger, Path.GetFileName(folder), refuses.Message);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The folder of training run {Run} can't be removed now, though it holds contributed lines: {Reason}")]
        public static partial void Stays(ILogger logger, string run, string reason);
    }
}
