using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>A whole night on the shipped models: gives lines, approves them, retrains as the bot does, and prints how long each stage took.</summary>
internal static class NightBench
{
    private const double MostMinutes = 30;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;
        var folder = Directory.CreateTempSubdirectory("telenovela-night-").FullName;
        try
        {
            var lines = GivenLines.Read(args.Length > 1 ? args[1] : null, count);
            await GivenLines.GiveAsync(folder, lines);
            SqliteConnection.ClearAllPools();
            Console.WriteLine($"{lines.Count} lines, {lines.Sum(line => line.Text.Length)} characters, one in ten held out");
            var settings = args.Skip(2).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            var clock = Stopwatch.StartNew();
            var (exit, result, _) = await RetrainingChild.RunAsync(["retrain", "--data", folder, "--json"], settings, quiet: false);
            clock.Stop();
            Console.WriteLine(result?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
            Console.WriteLine($"{clock.Elapsed.TotalMinutes:0.0} minutes, exit code {exit}, {(string?)result?["state"]}");
            return exit == 0 && clock.Elapsed.TotalMinutes < MostMinutes ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
