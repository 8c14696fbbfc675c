using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telenovela.Benchmarks.Storage;

/// <summary>
/// Kills a contributing process with SIGKILL again and again, at random, also while it starts. Afterwards every acknowledged line must be in
/// the database, once, under the id that was acknowledged; and the database must be whole.
/// </summary>
internal static class KillTest
{
    private const int Overlap = 8;

    public static async Task<int> RunAsync(string[] args)
    {
        var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var folder = Directory.CreateTempSubdirectory("telenovela-kill-").FullName;
        var random = new Random(seed);
        var acknowledged = new Dictionary<ulong, long>();
        var (failures, conflicts, duringStart) = (0, 0, 0);
        for (var kill = 1; kill <= kills; kill++)
        {
            // One in ten is killed at any time from its first instant; the others once they contribute.
            var early = random.Next(10) == 0;
            var (exit, acks) = await LifeAsync(folder, acknowledged.Count == 0 ? 1 : Math.Max(acknowledged.Keys.Max(), Overlap) - Overlap + 1, early ? random.Next(700) : null, random.Next(1500));
            duringStart += acks.Count == 0 ? 1 : 0;
            failures += exit is 137 ? 0 : 1;
            foreach (var (interaction, id) in acks)
            {
                conflicts += acknowledged.TryGetValue(interaction, out var known) && known != id ? 1 : 0;
                acknowledged[interaction] = id;
            }

            if (kill % 20 == 0)
            {
                Console.WriteLine($"{kill} kills, {acknowledged.Count} lines acknowledged");
            }
        }

        // The start after the last kill, as the bot starts.
        var (rows, integrity) = (new Dictionary<ulong, long>(), "");
        var duplicates = 0;
        await using (await BenchStore.OpenAsync(folder))
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "telenovela.db")};Pooling=False");
            await connection.OpenAsync();
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            integrity = (string)(await check.ExecuteScalarAsync())!;
            await using var query = connection.CreateCommand();
            query.CommandText = """SELECT "InteractionId", "Id" FROM "contributions" """;
            await using var reader = await query.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                duplicates += rows.TryAdd((ulong)reader.GetInt64(0), reader.GetInt64(1)) ? 0 : 1;
            }
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        var lost = acknowledged.Count(line => rows.GetValueOrDefault(line.Key) != line.Value);
        Console.WriteLine($"{kills} kills ({duringStart} before the first line), {acknowledged.Count} lines acknowledged, {rows.Count} in the database");
        Console.WriteLine($"lost {lost}, duplicated {duplicates}, acknowledged under two ids {conflicts}, children that failed {failures}, integrity {integrity}");
        return lost + duplicates + conflicts + failures == 0 && integrity == "ok" ? 0 : 1;
    }

    private static async Task<(int Exit, List<(ulong Interaction, long Id)> Acks)> LifeAsync(string folder, ulong from, int? early, int milliseconds)
    {
        var program = typeof(KillTest).Assembly.Location;
        using var child = Process.Start(new ProcessStartInfo("dotnet", [program, "store-contribute", folder, from.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var acks = new List<(ulong, long)>();
        var first = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            while (await child.StandardOutput.ReadLineAsync() is { } line)
            {
                // A line that the kill cut off was not acknowledged.
                if (line.Split(' ') is ["ack", var interaction, var id, "."])
                {
                    acks.Add((ulong.Parse(interaction, CultureInfo.InvariantCulture), long.Parse(id, CultureInfo.InvariantCulture)));
                    first.TrySetResult();
                }
            }

            first.TrySetResult();
        });
        if (early is { } wait)
        {
            await Task.Delay(wait);
        }
        else
        {
            await first.Task;
            await Task.Delay(milliseconds);
        }

        var died = child.HasExited;
        child.Kill();
        await child.WaitForExitAsync();
        await reading;
        return (died ? child.ExitCode : 137, acks);
    }
}
