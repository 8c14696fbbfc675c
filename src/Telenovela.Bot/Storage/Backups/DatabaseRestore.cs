using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telenovela.Bot.Storage.Backups;

/// <summary>Puts a backup in the database's place. The database that was there is put aside, never deleted at once.</summary>
/// <param name="paths">The files.</param>
/// <param name="erasures">Rows that people had erased since the backup.</param>
/// <param name="clock">Dates what is put aside.</param>
public sealed class DatabaseRestore(StoragePaths paths, ErasureJournal erasures, TimeProvider clock)
{
    private const string Mark = ".before-restore-";

    /// <summary>Restores.</summary>
    /// <param name="backup">The backup's file.</param>
    /// <param name="cancellationToken">Gives up; the database stays as it is then.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="StoreException">The bot is running, or the backup is damaged.</exception>
    public async Task<RestoreReport> RestoreAsync(string backup, CancellationToken cancellationToken)
    {
        backup = Path.GetFullPath(backup);
        if (!File.Exists(backup))
        {
            throw new FileNotFoundException($"There is no backup {backup}.");
        }

        Directory.CreateDirectory(paths.Directory);
        using var alone = FileLock.TryTake(paths.UseLock, shared: false)
            ?? throw new StoreException($"The database {paths.Database} is in use. Stop the bot (and other `telenovela` commands) before restoring.");
        var check = await DatabaseBackups.CheckAsync(backup, cancellationToken).ConfigureAwait(false);
        if (check.Problems.Count > 0)
        {
            throw new StoreException($"{backup} can't be restored: {string.Join("; ", check.Problems)} Choose another one; the database was left as it is.");
        }

        var incoming = paths.Database + ".restoring";
        File.Copy(backup, incoming, overwrite: true);
        var erased = await EraseAgainAsync(incoming, cancellationToken).ConfigureAwait(false);
        SqliteFile.FlushToDisk(incoming);

        var aside = string.Create(CultureInfo.InvariantCulture, $"{paths.Database}{Mark}{clock.GetUtcNow():yyyyMMddTHHmmssfffZ}");
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(paths.Database + ending))
            {
                File.Move(paths.Database + ending, aside + ending);

                // Its days count from now, however long ago it was written to.
                File.SetLastWriteTimeUtc(aside + ending, clock.GetUtcNow().UtcDateTime);
            }
        }

        File.Move(incoming, paths.Database);
        return new RestoreReport(backup, File.Exists(aside) ? aside : null, erased, check.Rows);
    }

    /// <summary>Files that were put aside.</summary>
    internal static IEnumerable<string> PutAside(StoragePaths paths) => Directory.Exists(paths.Directory)
        ? Directory.EnumerateFiles(paths.Directory, Path.GetFileName(paths.Database) + Mark + "*")
        : [];

    private async Task<int> EraseAgainAsync(string database, CancellationToken cancellationToken)
    {
        var connection = await SqliteFile.OpenAsync(database, SqliteOpenMode.ReadWrite, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var erased = await erasures.ApplyAsync(connection, cancellationToken).ConfigureAwait(false);

            // One file without a log beside it is what is moved into place, and nothing erased is left in it.
            await SqliteFile.ExecuteAsync(connection, "PRAGMA journal_mode = DELETE; VACUUM;", cancellationToken).ConfigureAwait(false);
            return erased;
        }
    }
}
