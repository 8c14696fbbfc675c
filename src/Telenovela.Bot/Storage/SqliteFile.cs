using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telenovela.Bot.Storage;

/// <summary>A database file looked at without EF: for backups, checks and repairs.</summary>
internal static class SqliteFile
{
    /// <summary>Opens a connection outside of the pool, so that closing it closes the file.</summary>
    public static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs statements.</summary>
    public static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;

            // No time limit: a statement over the whole file takes as long as the file is large.
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the first column of every row.</summary>
    public static async Task<List<string>> ColumnAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        var values = new List<string>();
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            command.CommandTimeout = 0;
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
                }
            }
        }

        return values;
    }

    /// <summary>What SQLite finds wrong; nothing where all is well.</summary>
    /// <param name="connection">An open database.</param>
    /// <param name="thorough">Also compares every index with its table.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(SqliteConnection connection, bool thorough, CancellationToken cancellationToken)
    {
        try
        {
            var found = await ColumnAsync(connection, thorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)", cancellationToken).ConfigureAwait(false);
            if (thorough && found is ["ok"])
            {
                found = [.. (await ColumnAsync(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 20", cancellationToken).ConfigureAwait(false))
                    .Select(table => $"a row of {table} refers to one that isn't there")];
            }

            return found is ["ok"] ? [] : found;
        }
        catch (SqliteException damage) when (Health.StoreFault.Of(damage) == Health.StoreProblem.Corrupt)
        {
            return [damage.Message];
        }
    }

    /// <summary>Rows of every table.</summary>
    public static async Task<SortedDictionary<string, long>> RowsAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var tables = await ColumnAsync(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__EFMigrationsLock'", cancellationToken).ConfigureAwait(false);
        foreach (var table in tables)
        {
            var count = await ColumnAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"", cancellationToken).ConfigureAwait(false);
            rows[table] = long.Parse(count[0], CultureInfo.InvariantCulture);
        }

        return rows;
    }

    /// <summary>Writes what the operating system still holds of a file to the disk.</summary>
    public static void FlushToDisk(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
