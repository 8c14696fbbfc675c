using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Data.Sqlite;

namespace Telenovela.Bot.Storage.Maintenance;

/// <summary>
/// Makes deleted text disappear from the files' bytes. <c>secure_delete</c> overwrites a deleted row where it lies, but not the copies that
/// stay behind when pages split or are rebalanced (measured: a few rows in a thousand); so the database is rebuilt (<c>VACUUM</c>), and the
/// log is emptied.
/// </summary>
/// <param name="store">Keeps other writers out.</param>
/// <param name="paths">The files.</param>
/// <param name="options">How the database is opened.</param>
/// <param name="ballast">Given up where the rebuilding has no room.</param>
/// <param name="logger">Told what is done.</param>
public sealed partial class ErasureSweep(Store store, StoragePaths paths, IOptions<StorageOptions> options, Ballast ballast, ILogger<ErasureSweep> logger)
{
    private const int Full = 13;
    private const long Megabyte = 1024 * 1024;

    /// <summary>Rebuilds the database if rows were deleted since the last time; empties the log in any case.</summary>
    /// <param name="cancellationToken">Gives up; what isn't swept stays noted.</param>
    /// <returns>Whether no deleted text is left in the files. False where a reader kept the log: try again.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var last = await store.ReadAsync((context, stop) => context.PendingErasures.MaxAsync(erasure => (long?)erasure.Id, stop), cancellationToken).ConfigureAwait(false);
        if (!await store.AloneAsync(stop => RebuildAsync(last is not null, stop), cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (last is not null)
        {
            await store.EraseAsync((context, stop) => context.PendingErasures.Where(erasure => erasure.Id <= last).ExecuteDeleteAsync(stop), cancellationToken).ConfigureAwait(false);
            Log.Swept(logger);
        }

        return true;
    }

    private async Task<bool> RebuildAsync(bool vacuum, CancellationToken cancellationToken)
    {
        var connection = await SqliteFile.OpenAsync(paths.Database, SqliteOpenMode.ReadWrite, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await SqliteFile.ExecuteAsync(connection, StorePragmas.For(options.Value), cancellationToken).ConfigureAwait(false);
            if (vacuum)
            {
                try
                {
                    await SqliteFile.ExecuteAsync(connection, "VACUUM", cancellationToken).ConfigureAwait(false);
                }
                catch (SqliteException full) when (full.SqliteErrorCode == Full)
                {
                    ballast.Drop();
                    await VacuumAsync(connection, cancellationToken).ConfigureAwait(false);
                }
            }

            // The first column says whether a reader or writer kept it from finishing.
            return (await SqliteFile.ColumnAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken).ConfigureAwait(false)) is ["0"];
        }
    }

    /// <summary>The second attempt. Its failure is no reason to take no lines: rebuilding needs as much room again as the database.</summary>
    private async Task VacuumAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await SqliteFile.ExecuteAsync(connection, "VACUUM", cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException full) when (full.SqliteErrorCode == Full)
        {
            throw new StoreException(
                $"Deleted lines can't be removed from the bytes of {paths.Database}: rebuilding it needs {2 * new FileInfo(paths.Database).Length / Megabyte + 1} MB of room on the disk. Make room.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Deleted text is gone from the database's files")]
        public static partial void Swept(ILogger logger);
    }
}
