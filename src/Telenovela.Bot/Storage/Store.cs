using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Storage;

/// <summary>
/// The way to the database. Writing is one explicit transaction (begun as a write, so that it never has to give way half-way) behind a
/// gate that lets one writer of this process in at a time; when it returns, the disk has it.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="health">Asked before and told after.</param>
/// <param name="ballast">Given up where deleting has no room.</param>
public sealed class Store(IDbContextFactory<TelenovelaDbContext> contexts, StoreHealth health, Ballast ballast) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Reads.</summary>
    /// <param name="read">Asks the context; keeps nothing of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The database can't be read.</exception>
    public async Task<T> ReadAsync<T>(Func<TelenovelaDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (health.Current is { State: StoreState.Starting } or { Problem: StoreProblem.Missing or StoreProblem.Newer })
        {
            throw new StoreUnavailableException(health.Current);
        }

        try
        {
            var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
                return await read(context, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (StoreFault.Of(exception) is not StoreProblem.None)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Writes: all of it or nothing, on the disk when the task ends. What the context tracks is saved at the end.</summary>
    /// <param name="write">Works on the context.</param>
    /// <param name="cancellationToken">Gives up, as long as nothing was committed.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written now.</exception>
    public Task<T> WriteAsync<T>(Func<TelenovelaDbContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        health.IsReady ? WriteAnywayAsync(write, cancellationToken) : throw new StoreUnavailableException(health.Current);

    /// <summary>Deletes. On a full disk, where SQLite can't even delete, the ballast makes room.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public async Task<T> EraseAsync<T>(Func<TelenovelaDbContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        if (!health.IsReady && health.Current.Problem != StoreProblem.DiskFull)
        {
            throw new StoreUnavailableException(health.Current);
        }

        try
        {
            return await WriteAnywayAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException full) when (full.Condition.Problem == StoreProblem.DiskFull)
        {
            ballast.Drop();
            return await WriteAnywayAsync(write, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the next reader and writer open the file anew.</summary>
    internal async Task ForgetConnectionsAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }
    }

    /// <summary>Tries whether something can be written, and leaves no trace of it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<bool> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Large enough that free pages can't hide a full disk for long.
            await WriteAnywayAsync(
                async (context, stop) =>
                {
                    await context.Database.ExecuteSqlRawAsync("""CREATE TABLE "probe" ("Content" BLOB); INSERT INTO "probe" VALUES (zeroblob(262144));""", stop).ConfigureAwait(false);
                    return await context.Database.ExecuteSqlRawAsync("""DROP TABLE "probe";""", stop).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Keeps this process's writers out while something works on the files.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<T> AloneAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (StoreFault.Of(exception) is not StoreProblem.None)
        {
            throw Unavailable(exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private Task<T> WriteAnywayAsync<T>(Func<TelenovelaDbContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) => AloneAsync(
        async stop =>
        {
            var context = await contexts.CreateDbContextAsync(stop).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                var transaction = await context.Database.BeginTransactionAsync(stop).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var result = await write(context, stop).ConfigureAwait(false);
                    await context.SaveChangesAsync(stop).ConfigureAwait(false);

                    // From here on the answer is what the disk says, whoever stopped waiting.
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                    return result;
                }
            }
        },
        cancellationToken);

    private StoreUnavailableException Unavailable(Exception exception)
    {
        var problem = StoreFault.Of(exception);
        var condition = problem == StoreProblem.Busy
            ? new StoreCondition(health.Current.State, problem, "Another process is writing to the database. Try again in a moment.")
            : health.Report(problem, exception.GetBaseException().Message);
        return new StoreUnavailableException(condition, exception);
    }
}
