using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Retraining;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>
/// Kills a retraining process with SIGKILL, its child with it every other time, while it trains, measures and publishes. After every kill
/// <c>CURRENT</c> must name a whole generation, and the training must have noted how far it was within a checkpoint's interval; at last a run must end well.
/// Uses the tests' small model, so that a run takes seconds.
/// </summary>
internal static class RetrainKillTest
{
    private const int LinesOfRun = 20;
    private const int MostMissed = 3;

    /// <summary>The shortest interval there is.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(0.01);

    private static readonly string[] Targets = [StageName.Train, StageName.Evaluate, StageName.Publish];

    public static async Task<int> RunAsync(string[] args)
    {
        var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
        var random = new Random(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1);
        var folder = Directory.CreateTempSubdirectory("telenovela-retrain-kill-").FullName;
        try
        {
            return await KillAsync(folder, kills, random);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> KillAsync(string folder, int kills, Random random)
    {
        var settings = new Dictionary<string, string>
        {
            ["Contributions__CorpusDirectory"] = TinyShow.Corpus,
            ["Models__Directory"] = TinyShow.Models,
            ["Retraining__Tolerance"] = "1",
            ["Retraining__Epochs"] = "8",
            ["Retraining__CheckpointMinutes"] = Interval.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        };
        var store = new GenerationStore(Path.Combine(folder, "models"), TinyShow.Models, TimeProvider.System);
        var killed = Targets.ToDictionary(target => target, _ => 0);
        var (valid, finished, missed, oldest) = (0, 0, 0, TimeSpan.Zero);
        var clock = Stopwatch.StartNew();
        while (killed.Values.Sum() < kills)
        {
            // A run that was killed goes on; otherwise there must be something to learn.
            // All lines of a run say the same odd word, so that the challenger foresees the held-out one among them, and is promoted.
            var word = new string([.. Enumerable.Range(0, 7).Select(_ => (char)random.Next('a', 'z' + 1))]);
            await GivenLines.GiveAsync(folder, [.. Enumerable.Range(0, LinesOfRun).Select(_ => ((string?)"ANA", $"{TinyShow.Line(random)} {word}."))], TinyShow.Id, "es");
            SqliteConnection.ClearAllPools();
            var target = Targets[killed.Values.Sum() % Targets.Length];
            using var child = RetrainingChild.Start(["retrain", "--data", folder, "--json"], settings, quiet: true);
            _ = child.StandardError.ReadToEndAsync();
            _ = child.StandardOutput.ReadToEndAsync();
            if (!await ReachedAsync(folder, target, child))
            {
                // The more such words the small model knows, the likelier the gate refuses another: then all begins anew.
                finished++;
                if (++missed % MostMissed == 0)
                {
                    SqliteConnection.ClearAllPools();
                    Directory.Delete(folder, recursive: true);
                    Directory.CreateDirectory(folder);
                }

                if (missed > MostMissed * MostMissed)
                {
                    Console.WriteLine($"No run reaches {target}.");
                    return 1;
                }

                continue;
            }

            await Task.Delay(random.Next(target == StageName.Train ? 2500 : target == StageName.Evaluate ? 600 : 40));
            var age = target == StageName.Train ? AgeOfNote(folder) : null;
            var withChild = killed.Values.Sum() % 2 == 0;
            child.Kill(entireProcessTree: withChild);
            await child.WaitForExitAsync();
            oldest = age > oldest ? age.Value : oldest;
            missed = 0;
            killed[target]++;
            valid += IsValid(store) ? 1 : 0;
        }

        var (exit, result, errors) = await RetrainingChild.RunAsync(["retrain", "--data", folder, "--json"], settings);
        Console.WriteLine($"{kills} kills in {clock.Elapsed.TotalSeconds:0} s: {string.Join(", ", killed.Select(stage => $"{stage.Value} in {stage.Key}"))}; {finished} runs ended in between");
        Console.WriteLine($"CURRENT valid {valid} of {kills}; oldest note of a killed training {oldest.TotalSeconds:0.00} s, {oldest / Interval:0.0} of the checkpoint interval; the last run: {(string?)result?["state"]}{(exit == 0 ? "" : "\n" + errors)}");
        return exit == 0 && valid == kills ? 0 : 1;
    }

    /// <summary>Waits until the stage has begun.</summary>
    /// <returns>False where the run ended before that was seen.</returns>
    private static async Task<bool> ReachedAsync(string folder, string stage, Process child)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "telenovela.db")};Pooling=False");
        await connection.OpenAsync();
        await using var query = connection.CreateCommand();
        query.CommandText = """SELECT count(*) FROM "training_stages" AS stage JOIN "training_runs" AS run ON run."Id" = stage."RunId" WHERE run."State" = 'Running' AND stage."Name" = $stage AND stage."FinishedAt" IS NULL""";
        query.Parameters.AddWithValue("$stage", stage);
        while (!child.HasExited)
        {
            if ((long)(await query.ExecuteScalarAsync())! > 0)
            {
                return true;
            }

            await Task.Delay(1);
        }

        return false;
    }

    private static TimeSpan? AgeOfNote(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "retraining"), "training.state", SearchOption.AllDirectories).Select(file => (TimeSpan?)(TimeProvider.System.GetUtcNow() - File.GetLastWriteTimeUtc(file))).FirstOrDefault();

    private static bool IsValid(GenerationStore store)
    {
        try
        {
            return store.Named is not { } named || store.Open(named).Id == named;
        }
        catch (GenerationException damaged)
        {
            Console.WriteLine(damaged.Message);
            return false;
        }
    }
}
