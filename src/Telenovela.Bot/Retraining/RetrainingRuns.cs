using System.Globalization;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Retraining;

/// <summary>
/// Carries out a run, stage by stage; one that was interrupted goes on with the stage that hadn't ended. One run at a time on this data folder,
/// whichever processes ask.
/// </summary>
/// <param name="stages">In order.</param>
/// <param name="runs">The history.</param>
/// <param name="paths">The files.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="logger">Told how runs end.</param>
public sealed partial class RetrainingRuns(
    IEnumerable<IRetrainingStage> stages, TrainingRunStore runs, RetrainingPaths paths, TimeProvider clock, ILogger<RetrainingRuns> logger)
{
    /// <summary>How often a run that gets no further is taken up again: whatever kills the bot every time must not do so for ever.</summary>
    private const int MostAttempts = 10;

    private const string AttemptsFile = "attempts";

    /// <summary>Whoever removes old generations holds the lock for a second or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(250);

    private readonly List<IRetrainingStage> _stages = [.. stages];
    private CancellationTokenSource? _linesGone;
    private long _told;

    /// <summary>The run under way in this process.</summary>
    public RetrainingProgress? Progress { get; private set; }

    /// <summary>The lines that the run under way has learned; none while there is no run.</summary>
    public IReadOnlyList<string> Learning { get; private set; } = [];

    /// <summary>Signalled when <see cref="Progress"/> changes, at most a few times a second.</summary>
    public event Action? ProgressChanged;

    /// <summary>Goes on with an interrupted run, or begins one.</summary>
    /// <param name="request">Whose wish; null to go on with an interrupted run only.</param>
    /// <param name="cancelled">Somebody cancels the run.</param>
    /// <param name="stopping">This process is to end: the run stays as it is, for the next one.</param>
    /// <returns>Null where there is nothing to do: another process is at it, the scheduled time had its run, or nothing was interrupted.</returns>
    /// <exception cref="OperationCanceledException">The process is to end.</exception>
    /// <exception cref="StoreUnavailableException">The database takes no notes.</exception>
    public async Task<RunSummary?> RunAsync(RunRequest? request, CancellationToken cancelled, CancellationToken stopping)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(paths.Lock)!);
        using var alone = await FileLock.TakeAsync(paths.Lock, shared: false, Patience, TimeProvider.System, stopping).ConfigureAwait(false);
        if (alone is null)
        {
            Log.Elsewhere(logger);
            return null;
        }

        var run = await runs.InterruptedAsync(stopping).ConfigureAwait(false);
        if (run is null && request is not null)
        {
            run = await runs.BeginAsync(request, stopping).ConfigureAwait(false);
        }

        return run is null ? null : await CarryOutAsync(run, cancelled, stopping).ConfigureAwait(false);
    }

    /// <summary>Has the run under way begin anew, because it learns a line that may no longer be learned.</summary>
    public void BeginAgain()
    {
        try
        {
            _linesGone?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run ended just now.
        }
    }

    private async Task<RunSummary> CarryOutAsync(RunSummary run, CancellationToken cancelled, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping);
        RemoveOthers(run.Id);
        var underWay = new RunUnderWay(run.Id, run.Trigger, paths.Of(run.Id), _ => { });
        try
        {
            Log.Begins(logger, run.Id, run.Trigger, run.Stages.Count > 0 ? "goes on" : "begins");
            while (true)
            {
                using var linesGone = _linesGone = CancellationTokenSource.CreateLinkedTokenSource(either.Token);
                try
                {
                    underWay = await StagesAsync(run, linesGone.Token, stopping).ConfigureAwait(false);
                    break;
                }
                catch (Exception gone) when (gone is LinesGoneException || (gone is OperationCanceledException && !either.IsCancellationRequested && linesGone.IsCancellationRequested))
                {
                    Log.Again(logger, run.Id, new LinesGoneException().Message);
                    await runs.BeginAgainAsync(run.Id, stopping).ConfigureAwait(false);
                    Remove(paths.Of(run.Id));
                    run = run with { Stages = [] };
                }
            }

            return await EndAsync(run, underWay.Outcome ?? RunState.Failed, underWay.Generation, underWay.Report, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.Interrupted(logger, run.Id);
            throw;
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            return await EndAsync(run, RunState.Cancelled, null, new RunReport(), stopping).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // Nothing can be noted, so the run stays as it is and is gone on with another time.
            throw;
        }
#pragma warning disable CA1031 // Whatever goes wrong in a run ends the run, not the bot.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, run.Id, exception);
            return await EndAsync(run, RunState.Failed, null, new RunReport { Failure = exception.Message }, stopping).ConfigureAwait(false);
        }
        finally
        {
            (Progress, Learning, _linesGone) = (null, [], null);
            ProgressChanged?.Invoke();
        }
    }

    private async Task<RunUnderWay> StagesAsync(RunSummary run, CancellationToken giveUp, CancellationToken stopping)
    {
        var stage = _stages[0];
        var (began, done) = (clock.GetTimestamp(), 0.0);
        var underWay = new RunUnderWay(run.Id, run.Trigger, paths.Of(run.Id), progress => Tell(run, stage, done, began, progress));
        var ended = run.Stages.Where(known => known.FinishedAt is not null).Select(known => known.Name).ToHashSet(StringComparer.Ordinal);
        if (ended.Count > 0 && !underWay.Remember())
        {
            throw new LinesGoneException();
        }

        if (ended.Count == 0)
        {
            // Whatever lies there is of a run that began anew, or had the same number: its challengers may have learned what is deleted now.
            Remove(paths.Of(run.Id));
        }

        foreach (var next in _stages)
        {
            stage = next;
            if (ended.Contains(next.Name))
            {
                done += next.Weight;
                continue;
            }

            if (underWay.Outcome is not (null or RunState.Promoted))
            {
                break;
            }

            giveUp.ThrowIfCancellationRequested();

            // Once models are exchanged nobody can take the run back but by rolling back.
            var cancellationToken = next.Name is StageName.Publish or StageName.Announce ? stopping : giveUp;
            CountAttempt(underWay.Folder);
            (began, Learning) = (clock.GetTimestamp(), [.. underWay.Plan.Models.SelectMany(plan => plan.Keys)]);
            underWay.Again = !await runs.BeginStageAsync(run.Id, next.Name, cancellationToken).ConfigureAwait(false);
            Tell(run, next, done, began, new StageProgress(0));
            await next.DoAsync(underWay, cancellationToken).ConfigureAwait(false);
            underWay.Save();
            await runs.EndStageAsync(run.Id, next.Name, underWay.Plan.Models.Sum(plan => plan.NewLines.Count), underWay.Report, cancellationToken).ConfigureAwait(false);
            File.Delete(Path.Combine(underWay.Folder, AttemptsFile));
            done += next.Weight;
        }

        return underWay;
    }

    private async Task<RunSummary> EndAsync(RunSummary run, RunState state, string? generation, RunReport report, CancellationToken cancellationToken)
    {
        var ended = await runs.EndAsync(run.Id, state, generation, report, cancellationToken).ConfigureAwait(false);

        // It holds contributed lines; whatever is deleted from now on must not stay here.
        Remove(paths.Of(run.Id));
        Log.Ended(logger, run.Id, state, generation ?? "-");
        return ended;
    }

    private void Tell(RunSummary run, IRetrainingStage stage, double done, long began, StageProgress progress)
    {
        var now = clock.GetTimestamp();
        var elapsed = clock.GetElapsedTime(began, now);
        Progress = new RetrainingProgress(
            run.Id, run.Trigger, run.StartedAt, stage.Name, Math.Clamp(done + (stage.Weight * progress.Share), 0, 1),
            progress.Share > 0.01 ? elapsed * ((1 - progress.Share) / progress.Share) : null)
        {
            Model = progress.Model,
            Epoch = progress.Epoch,
            Epochs = progress.Epochs,
            HeldOutNats = progress.HeldOutNats,
        };
        if (progress.Share == 0 || clock.GetElapsedTime(Interlocked.Read(ref _told), now) >= BetweenNews)
        {
            Interlocked.Exchange(ref _told, now);
            ProgressChanged?.Invoke();
        }
    }

    private static void CountAttempt(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, AttemptsFile);
        var attempts = 1 + (File.Exists(file) && int.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var counted) ? counted : 0);
        if (attempts > MostAttempts)
        {
            throw new RetrainingException($"The run was interrupted {MostAttempts} times in a row at the same stage and is given up. Look in the log for what ends the bot.");
        }

        File.WriteAllText(file, attempts.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Removes what runs left behind that a database before a restored backup knew.</summary>
    private void RemoveOthers(long runId)
    {
        foreach (var folder in Directory.Exists(paths.Runs) ? Directory.EnumerateDirectories(paths.Runs).Where(folder => folder != paths.Of(runId)) : [])
        {
            Remove(folder);
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
        [LoggerMessage(LogLevel.Information, "Training run {Id} ({Trigger}) {How}")]
        public static partial void Begins(ILogger logger, long id, RunTrigger trigger, string how);

        [LoggerMessage(LogLevel.Information, "Training run {Id} ended: {State}, generation {Generation}")]
        public static partial void Ended(ILogger logger, long id, RunState state, string generation);

        [LoggerMessage(LogLevel.Information, "Training run {Id} is interrupted; it goes on at the next start")]
        public static partial void Interrupted(ILogger logger, long id);

        [LoggerMessage(LogLevel.Information, "Training run {Id} begins anew: {Why}")]
        public static partial void Again(ILogger logger, long id, string why);

        [LoggerMessage(LogLevel.Error, "Training run {Id} failed; the models in use stay")]
        public static partial void Failed(ILogger logger, long id, Exception exception);

        [LoggerMessage(LogLevel.Information, "Another process is retraining these models")]
        public static partial void Elsewhere(ILogger logger);
    }
}
