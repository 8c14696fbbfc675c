using Microsoft.Data.Sqlite;

namespace Telenovela.Bot.Storage.Backups;

/// <summary>
/// Keys of erased rows, one a line: random numbers that say nothing about anybody. It lies beside the database because its one use comes
/// when the database is lost: restoring an older backup must not bring back what people had erased since.
/// </summary>
/// <param name="paths">Where it is.</param>
public sealed class ErasureJournal(StoragePaths paths)
{
    private readonly Lock _lock = new();

    /// <summary>Notes keys, on the disk when it returns. Comes before the deletion is committed: noting too much does no harm.</summary>
    /// <param name="lines">Keys of contributions.</param>
    /// <param name="contributor">The key of the contributor, where all of it goes.</param>
    public void Append(IEnumerable<Guid> lines, Guid? contributor = null)
    {
        lock (_lock)
        {
            using var file = new FileStream(paths.Erased, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            using var writer = new StreamWriter(file) { NewLine = "\n" };
            foreach (var key in lines)
            {
                writer.WriteLine($"line {key}");
            }

            if (contributor is { } person)
            {
                writer.WriteLine($"contributor {person}");
            }

            writer.Flush();
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Erases the noted rows from a database.</summary>
    /// <param name="connection">The database, of any version that has these tables.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows there were to erase.</returns>
    public async Task<int> ApplyAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (!File.Exists(paths.Erased))
        {
            return 0;
        }

        var noted = (await File.ReadAllLinesAsync(paths.Erased, cancellationToken).ConfigureAwait(false))
            .Select(line => line.Split(' ', 2)).Where(parts => parts.Length == 2 && Guid.TryParse(parts[1], out _)).ToList();
        await SqliteFile.ExecuteAsync(connection, "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;", cancellationToken).ConfigureAwait(false);
        var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var erased = 0;

            // Lines first: a contributor's row can't go while lines refer to it.
            foreach (var (kind, sql) in Statements)
            {
                foreach (var parts in noted.Where(parts => parts[0] == kind))
                {
                    var command = connection.CreateCommand();
                    await using (command.ConfigureAwait(false))
                    {
                        command.CommandText = sql;
                        command.Parameters.AddWithValue("$key", Guid.Parse(parts[1]));
                        var rows = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                        erased += sql.StartsWith("DELETE", StringComparison.Ordinal) ? rows : 0;
                    }
                }
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return erased;
        }
    }

    private static IEnumerable<(string Kind, string Sql)> Statements =>
    [
        ("line", """UPDATE "moderation_actions" SET "Reason" = NULL WHERE "ContributionId" IN (SELECT "Id" FROM "contributions" WHERE "Key" = $key)"""),
        ("line", """DELETE FROM "contributions" WHERE "Key" = $key"""),
        ("contributor", """DELETE FROM "contributions" WHERE "ContributorId" IN (SELECT "Id" FROM "contributors" WHERE "Key" = $key)"""),
        ("contributor", """DELETE FROM "contributors" WHERE "Key" = $key"""),
    ];
}
