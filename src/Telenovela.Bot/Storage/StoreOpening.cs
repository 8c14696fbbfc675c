using Microsoft.Data.Sqlite;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Upgrades;

namespace Telenovela.Bot.Storage;

/// <summary>Opens the store: looks at the files before SQLite may touch them, then brings the database to the program's version.</summary>
/// <param name="paths">The files.</param>
/// <param name="health">Told how the store is.</param>
/// <param name="migrator">Creates and upgrades the database.</param>
/// <param name="backups">Traces of an earlier database.</param>
/// <param name="ballast">Loaded once all is well.</param>
/// <param name="clock">Measures the patience.</param>
public sealed class StoreOpening(
    StoragePaths paths,
    StoreHealth health,
    StoreMigrator migrator,
    DatabaseBackups backups,
    Ballast ballast,
    TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private FileLock? _inUse;

    /// <summary>Whether the database is at the program's version and was found whole.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Opens the store, or goes on with opening where a full disk stopped it. Damage and full disks make it read-only and are told by <see cref="StoreHealth"/>; nothing is ever recreated.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">Another process replaces or migrates the database.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (IsDone || health.Current.Problem is StoreProblem.Corrupt or StoreProblem.Missing or StoreProblem.Newer)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(paths.Directory);
            _inUse ??= await FileLock.TakeAsync(paths.UseLock, shared: true, Patience, clock, cancellationToken).ConfigureAwait(false)
                ?? throw new StoreException($"The database {paths.Database} is being restored by another process (it holds {paths.UseLock}). Start again when that is done.");
            if (await FindProblemAsync(cancellationToken).ConfigureAwait(false) is { } found)
            {
                health.Report(found.Problem, found.Details);
                return;
            }

            await migrator.MigrateAsync(cancellationToken).ConfigureAwait(false);
            ballast.Load();
            IsDone = true;
            health.Recover();
        }
        catch (Exception exception) when (StoreFault.Of(exception) is not StoreProblem.None)
        {
            health.Report(StoreFault.Of(exception), exception.GetBaseException().Message);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            health.Report(StoreProblem.NotWritable, exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _inUse?.Dispose();

    private async Task<(StoreProblem Problem, string Details)?> FindProblemAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(paths.Database);
        if (!file.Exists || file.Length == 0)
        {
            // SQLite would make a new database of it without a word. A log that holds something, or a backup, says that there was one.
            var log = new FileInfo(paths.WriteAheadLog);
            var newest = backups.Newest;
            return newest is not null ? (StoreProblem.Missing, $"there is a backup of {newest.At:u}")
                : log is { Exists: true, Length: > 0 } && !file.Exists ? (StoreProblem.Missing, $"its log {log.Name} is still there")
                : null;
        }

        var connection = await SqliteFile.OpenAsync(paths.Database, SqliteOpenMode.ReadWrite, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (await SqliteFile.ProblemsAsync(connection, thorough: false, cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems)
            {
                return (StoreProblem.Corrupt, string.Join("; ", problems.Take(3)));
            }
        }

        return await migrator.UnknownAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } unknown
            ? (StoreProblem.Newer, $"migration {unknown[^1]}")
            : null;
    }
}
