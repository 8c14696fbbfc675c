using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Retraining.Runs;

/// <summary>The history of the training runs.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">Dates it.</param>
public sealed class TrainingRunStore(Store store, TimeProvider clock)
{
    /// <summary>Notes that a run begins.</summary>
    /// <param name="request">Whose wish.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where that scheduled time had its run.</returns>
    /// <exception cref="Storage.Health.StoreUnavailableException">Nothing can be written now.</exception>
    public async Task<RunSummary?> BeginAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var id = await store.WriteAsync(
            async (context, stop) =>
            {
                if (request.ScheduledFor is { } time && await context.TrainingRuns.AnyAsync(run => run.ScheduledFor == time, stop).ConfigureAwait(false))
                {
                    return (long?)null;
                }

                var begun = new TrainingRun { Trigger = request.Trigger, ScheduledFor = request.ScheduledFor, State = RunState.Running, StartedAt = clock.GetUtcNow() };
                context.TrainingRuns.Add(begun);
                await context.SaveChangesAsync(stop).ConfigureAwait(false);
                return begun.Id;
            },
            cancellationToken).ConfigureAwait(false);
        return id is { } row ? await FindAsync(run => run.Id == row, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>The run that was under way when a process died or stopped.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where there is none.</returns>
    public Task<RunSummary?> InterruptedAsync(CancellationToken cancellationToken) => FindAsync(run => run.State == RunState.Running, cancellationToken);

    /// <summary>A run.</summary>
    /// <param name="id">The row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RunSummary?> FindAsync(long id, CancellationToken cancellationToken) => FindAsync(run => run.Id == id, cancellationToken);

    /// <summary>The last runs, newest first.</summary>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<RunSummary>> HistoryAsync(int most, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<RunSummary>>(
        async (context, stop) =>
            [.. (await context.TrainingRuns.Include(run => run.Stages).OrderByDescending(run => run.Id).Take(most).ToListAsync(stop).ConfigureAwait(false)).Select(Summary)],
        cancellationToken);

    /// <summary>The last runs that changed what writes (promoted, or a step back), newest first.</summary>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<RunSummary>> ChangesAsync(int most, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<RunSummary>>(
        async (context, stop) =>
            [
                .. (await context.TrainingRuns.Include(run => run.Stages).Where(run => run.State == RunState.Promoted || run.State == RunState.RolledBack)
                    .OrderByDescending(run => run.Id).Take(most).ToListAsync(stop).ConfigureAwait(false)).Select(Summary),
            ],
        cancellationToken);

    /// <summary>Notes that a stage begins.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="stage">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it had begun once before.</returns>
    public Task<bool> BeginStageAsync(long runId, string stage, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            if (await context.TrainingStages.AnyAsync(row => row.RunId == runId && row.Name == stage, stop).ConfigureAwait(false))
            {
                return false;
            }

            context.TrainingStages.Add(new TrainingStage { RunId = runId, Name = stage, StartedAt = clock.GetUtcNow() });
            return true;
        },
        cancellationToken);

    /// <summary>Notes that a stage ended well, and what is known by now.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="stage">Which.</param>
    /// <param name="newLines">Contributed lines that are new in the run.</param>
    /// <param name="report">What is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task EndStageAsync(long runId, string stage, int newLines, RunReport report, CancellationToken cancellationToken) => store.WriteAsync(
        async (context, stop) =>
        {
            var (now, json) = (clock.GetUtcNow(), report.ToJson());
            await context.TrainingStages.Where(row => row.RunId == runId && row.Name == stage)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.FinishedAt, now), stop).ConfigureAwait(false);
            return await context.TrainingRuns.Where(run => run.Id == runId)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.NewLines, newLines).SetProperty(run => run.Report, json), stop).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Forgets the stages of a run, which begins anew.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task BeginAgainAsync(long runId, CancellationToken cancellationToken) => store.WriteAsync(
        (context, stop) => context.TrainingStages.Where(stage => stage.RunId == runId).ExecuteDeleteAsync(stop), cancellationToken);

    /// <summary>Notes how a run ended.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="state">How.</param>
    /// <param name="generation">What it published.</param>
    /// <param name="report">What it found out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunSummary> EndAsync(long runId, RunState state, string? generation, RunReport report, CancellationToken cancellationToken)
    {
        var (now, json) = (clock.GetUtcNow(), report.ToJson());
        await store.WriteAsync(
            (context, stop) => context.TrainingRuns.Where(run => run.Id == runId).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, state).SetProperty(run => run.FinishedAt, now).SetProperty(run => run.Generation, generation).SetProperty(run => run.Report, json),
                stop),
            cancellationToken).ConfigureAwait(false);
        return (await FindAsync(run => run.Id == runId, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>Notes a step back.</summary>
    /// <param name="generation">What is in use now; null for the shipped models.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunSummary> RolledBackAsync(string? generation, CancellationToken cancellationToken)
    {
        // In one go: half of it would look like a run that was interrupted.
        var id = await store.WriteAsync(
            async (context, stop) =>
            {
                var now = clock.GetUtcNow();
                var step = new TrainingRun { Trigger = RunTrigger.RollBack, State = RunState.RolledBack, StartedAt = now, FinishedAt = now, Generation = generation };
                context.TrainingRuns.Add(step);
                await context.SaveChangesAsync(stop).ConfigureAwait(false);
                return step.Id;
            },
            cancellationToken).ConfigureAwait(false);
        return (await FindAsync(run => run.Id == id, cancellationToken).ConfigureAwait(false))!;
    }

    private Task<RunSummary?> FindAsync(Expression<Func<TrainingRun, bool>> which, CancellationToken cancellationToken) => store.ReadAsync(
        async (context, stop) => await context.TrainingRuns.Include(run => run.Stages).Where(which).OrderByDescending(run => run.Id).FirstOrDefaultAsync(stop).ConfigureAwait(false) is { } found
            ? Summary(found)
            : null,
        cancellationToken);

    private static RunSummary Summary(TrainingRun run) => new(
        run.Id, run.Trigger, run.State, run.StartedAt, run.FinishedAt, run.NewLines, run.Generation, RunReport.Parse(run.Report),
        [.. run.Stages.OrderBy(stage => stage.Id).Select(stage => new StageSummary(stage.Name, stage.StartedAt, stage.FinishedAt))]);
}
