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
/// <param name="folders">Where runs work.</param>
/// <param name="deletions">Tells of lines that are deleted meanwhile.</param>
/// <param name="shared">Lets other processes know, and cancel.</param>
/// <param name="paths">Has the lock.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="logger">Told how runs end.</param>
public sealed partial class RetrainingRuns(
    IEnumerable<IRetrainingStage> stages,
    TrainingRunStore runs,
    RunFolders folders,
    DeletionWatch deletions,
    SharedRun shared,
    RetrainingPaths paths,
    TimeProvider clock,
    ILogger<RetrainingRuns> logger)
{
    /// <summary>Whoever removes old generations holds the lock for a second or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenNews = TimeSpan.FromMilliseconds(250);

    private readonly List<IRetrainingStage> _stages = [.. stages];
    private long _told;

    /// <summary>The run under way in this process.</summary>
    public RetrainingProgress? Progress { get; private set; }

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

    private async Task<RunSummary> CarryOutAsync(RunSummary run, CancellationToken cancelled, CancellationToken stopping)
    {
        folders.RemoveOthers(run.Id);
        shared.End();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping);
        try
        {
            Log.Begins(logger, run.Id, run.Trigger, run.Stages.Count > 0 ? "goes on" : "begins");
            var underWay = await UndisturbedAsync(run, giveUp, stopping).ConfigureAwait(false);
            return await EndAsync(run, underWay.Outcome ?? RunState.Failed, underWay.Generation, underWay.Report, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            folders.TakeBackAttempt(run.Id);
            Log.Interrupted(logger, run.Id);
            throw;
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
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
            Progress = null;
            shared.End();
            ProgressChanged?.Invoke();
        }
    }

    /// <summary>Does the stages, from the first one on as often as a line is deleted that was being learned.</summary>
    private async Task<RunUnderWay> UndisturbedAsync(RunSummary run, CancellationTokenSource giveUp, CancellationToken stopping)
    {
        while (true)
        {
            using var linesGone = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token);
            using var ended = new CancellationTokenSource();
            var underWay = Begin(run);
            var watch = Task.WhenAll(
                CancelWhenAsync(deletions.IsGoneAsync(underWay, ended.Token), linesGone), CancelWhenAsync(shared.IsCancelledAsync(run.Id, ended.Token), giveUp));
            try
            {
                await StagesAsync(run, underWay, linesGone.Token, stopping).ConfigureAwait(false);
                return underWay;
            }
            catch (Exception gone) when (gone is LinesGoneException || (gone is OperationCanceledException && !giveUp.IsCancellationRequested && linesGone.IsCancellationRequested))
            {
                Log.Again(logger, run.Id, new LinesGoneException().Message);
                await runs.BeginAgainAsync(run.Id, stopping).ConfigureAwait(false);
                folders.Remove(run.Id);
                run = run with { Stages = [] };
            }
            finally
            {
                await ended.CancelAsync().ConfigureAwait(false);
                await watch.ConfigureAwait(false);
            }
        }
    }

    private static async Task CancelWhenAsync(Task<bool> isSo, CancellationTokenSource what)
    {
        if (await isSo.ConfigureAwait(false))
        {
            await what.CancelAsync().ConfigureAwait(false);
        }
    }

    private RunUnderWay Begin(RunSummary run)
    {
        var (began, stage) = (clock.GetTimestamp(), "");
        return new RunUnderWay(run.Id, run.Trigger, folders.Of(run.Id), (name, progress) =>
        {
            if (name != stage)
            {
                (began, stage) = (clock.GetTimestamp(), name);
            }

            Tell(run, name, began, progress);
        });
    }

    private async Task StagesAsync(RunSummary run, RunUnderWay underWay, CancellationToken giveUp, CancellationToken stopping)
    {
        var ended = run.Stages.Where(known => known.FinishedAt is not null).Select(known => known.Name).ToHashSet(StringComparer.Ordinal);
        if (ended.Count > 0 && !underWay.Remember())
        {
            throw new LinesGoneException();
        }

        if (ended.Count == 0)
        {
            // Whatever lies there is of a run that began anew, or had the same number: its challengers may have learned what is deleted now.
            folders.Remove(run.Id);
        }

        foreach (var stage in _stages.Where(stage => !ended.Contains(stage.Name)))
        {
            if (underWay.Outcome is not (null or RunState.Promoted))
            {
                break;
            }

            // Once models are exchanged nobody can take the run back but by rolling back.
            var cancellationToken = stage.Name is StageName.Publish or StageName.Announce ? stopping : giveUp;
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                folders.CountAttempt(run.Id);
                underWay.Again = !await runs.BeginStageAsync(run.Id, stage.Name, cancellationToken).ConfigureAwait(false);
                underWay.Enter(stage.Name);
                await stage.DoAsync(underWay, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (underWay.Outcome == RunState.Promoted && failure is not (OperationCanceledException or StoreUnavailableException))
            {
                // The new models are in use, whatever goes wrong behind that.
                Log.Afterwards(logger, run.Id, stage.Name, failure);
                break;
            }

            underWay.Save();
            await runs.EndStageAsync(run.Id, stage.Name, underWay.Plan.Models.Sum(plan => plan.NewLines.Count), underWay.Report, cancellationToken).ConfigureAwait(false);
            folders.ForgetAttempts(run.Id);
        }
    }

    private async Task<RunSummary> EndAsync(RunSummary run, RunState state, string? generation, RunReport report, CancellationToken cancellationToken)
    {
        if (state is RunState.Failed or RunState.Cancelled)
        {
            // A full disk needs the room to note it.
            folders.Leave(run.Id);
        }

        var ended = await runs.EndAsync(run.Id, state, generation, report.WithoutSamples(), cancellationToken).ConfigureAwait(false);

        // It holds contributed lines; whatever is deleted from now on must not stay here.
        folders.Leave(run.Id);
        Log.Ended(logger, run.Id, state, generation ?? "-");
        return ended;
    }

    private void Tell(RunSummary run, string stage, long began, StageProgress progress)
    {
        var now = clock.GetTimestamp();
        var elapsed = clock.GetElapsedTime(began, now);
        var done = _stages.TakeWhile(before => before.Name != stage).Sum(before => before.Weight);
        var weight = _stages.First(known => known.Name == stage).Weight;
        Progress = new RetrainingProgress(
            run.Id, run.Trigger, run.StartedAt, stage, Math.Clamp(done + (weight * progress.Share), 0, 1),
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
            shared.Tell(Progress);
            ProgressChanged?.Invoke();
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

        [LoggerMessage(LogLevel.Error, "Training run {Id} has published its models; stage {Stage} behind that failed")]
        public static partial void Afterwards(ILogger logger, long id, string stage, Exception exception);

        [LoggerMessage(LogLevel.Error, "Training run {Id} failed; the models in use stay")]
        public static partial void Failed(ILogger logger, long id, Exception exception);

        [LoggerMessage(LogLevel.Information, "Another process is retraining these models")]
        public static partial void Elsewhere(ILogger logger);
    }
}
