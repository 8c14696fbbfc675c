using System.Globalization;
using Microsoft.Data.Sqlite;
using Telenovela.Bot.Storage;

namespace Telenovela.Jobs;

/// <summary>The file that Quartz keeps the schedule in. Nothing in it is worth more than a start of the bot: a damaged one is put aside.</summary>
/// <param name="paths">Names it.</param>
/// <param name="clock">Dates what is put aside.</param>
/// <param name="logger">Told of damage.</param>
internal sealed partial class SchedulerFile(StoragePaths paths, TimeProvider clock, ILogger<SchedulerFile> logger)
{
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CantOpen = 14;

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = paths.Scheduler, DefaultTimeout = 5 }.ToString();

    /// <summary>Makes sure that there is a file that can be used.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SqliteException">It can't be opened for another reason than damage.</exception>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(paths.Directory);
        if (await ProblemAsync(cancellationToken).ConfigureAwait(false) is { } problem)
        {
            PutAside(problem);
            await ProblemAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether what went wrong lies in the file, and not in the disk or in another process. Codes: sqlite.org/rescode.html.</summary>
    /// <param name="exception">Quartz's or SQLite's.</param>
    public static bool IsDamage(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: Permission or Busy or Locked or ReadOnly or InputOutput or Full or CantOpen })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Renames the file, so that the next schedule begins in a new one.</summary>
    /// <param name="problem">What is wrong with it.</param>
    public void PutAside(string problem)
    {
        var aside = $"{paths.Scheduler}.damaged-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}";
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(paths.Scheduler + suffix))
            {
                File.Move(paths.Scheduler + suffix, aside + suffix, overwrite: true);
            }
        }

        Log.PutAside(logger, paths.Scheduler, problem, aside);
    }

    /// <summary>Lets go of the file.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        // Outside of the pool, so that the file can be renamed afterwards.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                await AskAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
                return await AskAsync(connection, "PRAGMA integrity_check(1)", cancellationToken).ConfigureAwait(false) is var found and not "ok" ? found : null;
            }
            catch (SqliteException exception) when (IsDamage(exception))
            {
                return exception.Message;
            }
        }
    }

    private static async Task<string> AskAsync(SqliteConnection connection, string question, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = question;
            return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) ?? "";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The schedule's file {File} is damaged ({Problem}). It is {Aside} now, and the schedule begins anew; a run that was missed meanwhile isn't made up for")]
        public static partial void PutAside(ILogger logger, string file, string problem, string aside);
    }
}
