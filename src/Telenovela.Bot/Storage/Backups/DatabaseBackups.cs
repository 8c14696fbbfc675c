using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Storage.Backups;

/// <summary>Makes backups under full load, proves that each can be restored, and lets them expire.</summary>
/// <param name="paths">The files.</param>
/// <param name="options">How long they are kept.</param>
/// <param name="clock">Dates them.</param>
public sealed class DatabaseBackups(StoragePaths paths, IOptions<StorageOptions> options, TimeProvider clock)
{
    /// <summary>The finished backups, newest first.</summary>
    public IReadOnlyList<DatabaseBackup> List() => Directory.Exists(paths.Backups)
        ? [.. Directory.EnumerateFiles(paths.Backups).Select(BackupFiles.Read).OfType<DatabaseBackup>().OrderByDescending(backup => backup.At)]
        : [];

    /// <summary>The newest finished backup; null where there is none.</summary>
    public DatabaseBackup? Newest => List() is [var newest, ..] ? newest : null;

    /// <summary>Makes a backup and tries it: the copy is opened, checked, and its rows are counted against the original's.</summary>
    /// <param name="occasion">Why; lower-case letters and hyphens.</param>
    /// <param name="cancellationToken">Gives up; nothing half-done is left.</param>
    /// <exception cref="StoreException">The copy can't be made, or isn't as good as the original.</exception>
    public async Task<DatabaseBackup> CreateAsync(string occasion, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(paths.Backups);
        var path = Path.Combine(paths.Backups, BackupFiles.NameOf(clock.GetUtcNow(), occasion));
        var unfinished = path + ".unfinished";
        Forget(unfinished);
        try
        {
            var (before, after) = await CopyAsync(unfinished, cancellationToken).ConfigureAwait(false);
            SqliteFile.FlushToDisk(unfinished);
            await TryAsync(unfinished, before, after, cancellationToken).ConfigureAwait(false);

            // The checksum first: a file with a backup's name has one, always.
            BackupFiles.WriteChecksum(path, await BackupFiles.HashAsync(unfinished, cancellationToken).ConfigureAwait(false));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (SqliteException exception)
        {
            throw new StoreException($"The backup {path} can't be made: {exception.Message} (A full disk is the usual reason.)", exception);
        }
        finally
        {
            Forget(unfinished);
        }

        return BackupFiles.Read(path)!;
    }

    /// <summary>Deletes backups that are past their days, and databases that a restoration put aside, except the newest backup.</summary>
    /// <returns>What was deleted.</returns>
    public IReadOnlyList<string> Expire()
    {
        var oldest = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.BackupDays);
        var expired = List().Skip(1).Where(backup => backup.At < oldest).Select(backup => backup.Path).ToList();
        expired.AddRange(DatabaseRestore.PutAside(paths).Where(file => File.GetLastWriteTimeUtc(file) < oldest.UtcDateTime));
        foreach (var path in expired)
        {
            Forget(path);
            Forget(BackupFiles.ChecksumOf(path));
        }

        return expired;
    }

    /// <summary>Checks a backup or any other database file that nobody writes to.</summary>
    /// <param name="path">The file. A checksum beside it is compared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static async Task<BackupCheck> CheckAsync(string path, CancellationToken cancellationToken)
    {
        var hash = await BackupFiles.HashAsync(path, cancellationToken).ConfigureAwait(false);
        if (BackupFiles.ReadChecksum(path) is { } expected && expected != hash)
        {
            return new BackupCheck(path, hash, new Dictionary<string, long>(), [$"The SHA-256 beside it is {expected}: the file has changed since it was made."]);
        }

        return await LookAsync(path, hash, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Checks the database itself, while it is in use or not.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public async Task<BackupCheck> CheckDatabaseAsync(CancellationToken cancellationToken) => File.Exists(paths.Database)
        ? await LookAsync(paths.Database, null, cancellationToken).ConfigureAwait(false)
        : throw new FileNotFoundException($"There is no database {paths.Database}.");

    private static async Task<BackupCheck> LookAsync(string path, string? hash, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await SqliteFile.OpenAsync(path, SqliteOpenMode.ReadWrite, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var problems = await SqliteFile.ProblemsAsync(connection, thorough: true, cancellationToken).ConfigureAwait(false);
                var rows = problems.Count > 0 ? [] : await SqliteFile.RowsAsync(connection, cancellationToken).ConfigureAwait(false);
                return problems.Count == 0 && rows.Count == 0
                    ? new BackupCheck(path, hash, rows, ["It holds no tables."])
                    : new BackupCheck(path, hash, rows, problems);
            }
        }
        catch (SqliteException damage)
        {
            return new BackupCheck(path, hash, new Dictionary<string, long>(), [damage.Message]);
        }
    }

    private async Task<(SortedDictionary<string, long> Before, SortedDictionary<string, long> After)> CopyAsync(string target, CancellationToken cancellationToken)
    {
        var connection = await SqliteFile.OpenAsync(paths.Database, SqliteOpenMode.ReadWrite, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await SqliteFile.ExecuteAsync(connection, StorePragmas.For(options.Value), cancellationToken).ConfigureAwait(false);
            var before = await SqliteFile.RowsAsync(connection, cancellationToken).ConfigureAwait(false);
            await SqliteFile.ExecuteAsync(connection, $"VACUUM INTO '{target.Replace("'", "''", StringComparison.Ordinal)}'", cancellationToken).ConfigureAwait(false);
            return (before, await SqliteFile.RowsAsync(connection, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>People write meanwhile: the copy must lie between the counts before and after.</summary>
    private static async Task TryAsync(string copy, SortedDictionary<string, long> before, SortedDictionary<string, long> after, CancellationToken cancellationToken)
    {
        var check = await LookAsync(copy, null, cancellationToken).ConfigureAwait(false);
        var problems = check.Problems.ToList();
        foreach (var (table, rows) in before)
        {
            var (least, most) = (Math.Min(rows, after.GetValueOrDefault(table)), Math.Max(rows, after.GetValueOrDefault(table)));
            if (check.Rows.GetValueOrDefault(table, -1) is var copied && (copied < least || copied > most))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{table}: {copied} rows instead of {least} to {most}"));
            }
        }

        if (problems.Count > 0)
        {
            throw new StoreException($"The backup can't be restored and was given up: {string.Join("; ", problems)}.");
        }
    }

    private static void Forget(string path) => File.Delete(path);
}
