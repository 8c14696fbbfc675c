using System.Diagnostics;
using System.Globalization;
using Telenovela.Engine.Checkpoints;

namespace Telenovela.Benchmarks.Models;

/// <summary>
/// Kills a process that publishes, rolls back and prunes generations with SIGKILL again and again, at random, also while it starts. After
/// each kill the generation that is named must be whole, and the one last acknowledged or the one that was to follow; and nothing may pile up.
/// </summary>
internal static class GenerationKillTest
{
    private const int MostLeftOver = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var folder = Directory.CreateTempSubdirectory("telenovela-kill-").FullName;
        CheckpointFolder.Save(SmallModels.Make(0), Path.Combine(folder, PublishingChild.Shipped, PublishingChild.Model));
        for (var source = 0; source < PublishingChild.Sources; source++)
        {
            CheckpointFolder.Save(SmallModels.Make(source + 1), PublishingChild.Source(folder, source));
        }

        var random = new Random(seed);
        var killedIn = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (valid, failures, acknowledged, mostLeftOver, mostGenerations) = (0, 0, 0, 0, 0);
        string? current = null;
        for (var kill = 1; kill <= kills; kill++)
        {
            // One in five is killed at any time from its first instant; the others once they publish.
            var early = random.Next(5) == 0;
            var said = await LifeAsync(folder, random.Next(), early ? random.Next(500) : null, random.Next(1500));
            var acks = said.Where(line => line is ["ack", ..]).ToList();
            acknowledged += acks.Count;
            failures += said.Exists(line => line is ["exit", ..]) ? 1 : 0;
            current = acks is [.., [_, _, var last]] ? last == PublishingChild.Shipped ? null : last : current;
            var doing = said is [.., ["begin", var what]] ? what : acks.Count > 0 ? "between" : "start";
            killedIn[doing] = killedIn.GetValueOrDefault(doing) + 1;

            var store = PublishingChild.Store(folder);
            var refused = new List<string>();
            var found = store.Resolve((id, reason) => refused.Add($"{id}: {reason}"));
            var follows = found.Id == current
                || (doing == "publish" && found.Manifest is { } next && next.Parent == current && string.CompareOrdinal(found.Id, current) > 0)
                || (doing == "back" && store.Withdrawn.Any(manifest => manifest.Id == current && manifest.Parent == found.Id));
            if (refused.Count == 0 && found.Id == store.Named && follows)
            {
                valid++;
            }
            else
            {
                Console.WriteLine($"kill {kill} in {doing}: {found.Id ?? PublishingChild.Shipped} after {current ?? PublishingChild.Shipped}. {string.Join(" ", refused)}");
            }

            current = found.Id;
            mostLeftOver = Math.Max(mostLeftOver, LeftOver(folder));
            mostGenerations = Math.Max(mostGenerations, store.Ids.Count);
        }

        // The night after the last kill.
        var after = PublishingChild.Store(folder);
        PublishingChild.Publish(after, folder, 0);
        after.Prune(PublishingChild.Parents, long.MaxValue);
        var (leftOver, generations, withdrawn) = (LeftOver(folder), after.Ids.Count, after.Withdrawn.Count);
        var entries = Directory.EnumerateFileSystemEntries(PublishingChild.Models(folder)).Select(Path.GetFileName).ToList();
        var strangers = entries.Count - leftOver - generations - withdrawn - entries.Count(entry => entry is "CURRENT" or "CURRENT.tmp");
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{kills} kills ({string.Join(", ", killedIn.Select(doing => $"{doing.Key} {doing.Value}"))}), {acknowledged} operations acknowledged");
        Console.WriteLine($"CURRENT valid {valid}/{kills}, children that failed {failures}, unfinished folders at once at most {mostLeftOver}, generations at most {mostGenerations}");
        Console.WriteLine($"after one more night: {generations} generations, {withdrawn} rolled back, {leftOver} unfinished, {strangers} others");
        return valid == kills && failures + leftOver + strangers == 0 && mostLeftOver <= MostLeftOver && generations <= PublishingChild.Parents + 1 && withdrawn <= 1 ? 0 : 1;
    }

    private static int LeftOver(string folder) =>
        Directory.Exists(PublishingChild.Models(folder)) ? Directory.GetDirectories(PublishingChild.Models(folder), ".unfinished-*").Length : 0;

    /// <returns>The words of each line; a last line <c>exit</c> where it died by itself.</returns>
    private static async Task<List<string[]>> LifeAsync(string folder, int seed, int? early, int milliseconds)
    {
        var program = typeof(GenerationKillTest).Assembly.Location;
        using var child = Process.Start(new ProcessStartInfo("dotnet", [program, "generation-publish", folder, seed.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var said = new List<string[]>();
        var first = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            while (await child.StandardOutput.ReadLineAsync() is { } line)
            {
                // A line that the kill cut off wasn't said.
                if (line.Split(' ') is [.. var words, "."])
                {
                    said.Add(words);
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
        if (died)
        {
            said.Add(["exit"]);
        }

        return said;
    }
}
