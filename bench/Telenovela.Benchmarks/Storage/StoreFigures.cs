using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Benchmarks.Storage;

/// <summary>
/// Contributes lines one by one, then measures what people and moderators wait for. The baseline of each figure is the smallest question
/// the same store can be asked: one row by its key.
/// </summary>
internal static class StoreFigures
{
    private const int Users = 500;
    private const int Rounds = 200;
    private const double Megabyte = 1024 * 1024;

    public static async Task<int> RunAsync(string[] args)
    {
        var lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var folder = args.Length > 1 ? Path.GetFullPath(args[1]) : Directory.CreateTempSubdirectory("telenovela-figures-").FullName;
        var clock = new SteppedClock();
        await using var store = await BenchStore.OpenAsync(folder, clock);
        var paths = store.GetRequiredService<StoragePaths>();
        var largestLog = await FillAsync(store, paths, clock, lines);
        Console.WriteLine($"{lines} lines, database {Size(paths.Database):0.0} MB");
        var baseline = await MeasureAsync(i => store.GetRequiredService<Store>().ReadAsync(
            (context, stop) => context.Contributors.Where(person => person.Id == 1 + (i % Users)).Select(person => person.UserId).SingleAsync(stop), CancellationToken.None));
        Print("baseline: one row by key", baseline, baseline, null);

        var review = store.GetRequiredService<ReviewQueue>();
        var random = new Random(1);
        var ok = Print("review: next pending", await MeasureAsync(_ => review.NextAsync(BenchStore.Guild, random.Next(lines * 9 / 10), CancellationToken.None)), baseline, 20);
        Print("review: how many pending", await MeasureAsync(_ => review.CountAsync(BenchStore.Guild, CancellationToken.None)), baseline, null);
        ok &= Print("stats of a server", await MeasureAsync(_ => store.GetRequiredService<ContributionStatistics>().OfAsync(BenchStore.Guild, CancellationToken.None)), baseline, 100);
        ok &= Print("stats of all", await MeasureAsync(_ => store.GetRequiredService<ContributionStatistics>().OfAsync(null, CancellationToken.None)), baseline, 100);
        ok &= Print(
            "similar lines by fingerprint",
            await MeasureAsync(_ => store.GetRequiredService<ContributionStore>().FindSimilarAsync(BenchStore.Line((ulong)random.Next(lines), 1).Lines[0].Fingerprint, CancellationToken.None)),
            baseline,
            20);
        Print("submit one line", await MeasureAsync(i => store.GetRequiredService<ContributionStore>().SubmitAsync(BenchStore.Line((ulong)(lines + 1 + i), 1), CancellationToken.None)), baseline, null);
        Print("decide", await MeasureAsync(i => review.DecideAsync(new Decision(lines - i, BenchStore.Guild, 5, ModerationKind.Approved), CancellationToken.None)), baseline, null);

        var watch = Stopwatch.StartNew();
        ok &= await store.GetRequiredService<PersonalData>().DeleteLineAsync(2, (lines / 2 / Users * Users) + 1, CancellationToken.None);
        await store.GetRequiredService<ErasureSweep>().RunAsync(CancellationToken.None);
        Console.WriteLine($"delete one line and sweep its bytes: {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        var backup = await store.GetRequiredService<DatabaseBackups>().CreateAsync("by-hand", CancellationToken.None);
        Console.WriteLine($"backup with restore test: {watch.Elapsed.TotalSeconds:0.0} s, {backup.Bytes / Megabyte:0.0} MB");
        Console.WriteLine($"largest write-ahead log {largestLog:0.0} MB (target 16)");
        if (args.Length < 2)
        {
            Directory.Delete(folder, recursive: true);
        }

        return ok && largestLog <= 16 ? 0 : 1;
    }

    /// <summary>One line a submission, a third of them decided; returns the largest size of the log, MB.</summary>
    private static async Task<double> FillAsync(ServiceProvider store, StoragePaths paths, SteppedClock clock, int lines)
    {
        var consent = store.GetRequiredService<ConsentRegister>();
        for (var user = 1UL; user <= Users; user++)
        {
            await consent.GiveAsync(user, 1, CancellationToken.None);
        }

        var (contributions, review) = (store.GetRequiredService<ContributionStore>(), store.GetRequiredService<ReviewQueue>());
        var (largest, watch) = (0.0, Stopwatch.StartNew());
        for (var i = 1; i <= lines; i++)
        {
            clock.Step(TimeSpan.FromMinutes(5));
            var id = (await contributions.SubmitAsync(BenchStore.Line((ulong)i, (ulong)(i % Users) + 1), CancellationToken.None)).Ids[0];
            if (i % 3 == 0)
            {
                await review.DecideAsync(new Decision(id, BenchStore.Guild, 5, i % 2 == 0 ? ModerationKind.Approved : ModerationKind.Rejected), CancellationToken.None);
            }

            largest = Math.Max(largest, Size(paths.WriteAheadLog));
            if (i % 10_000 == 0)
            {
                Console.WriteLine($"  {i} lines after {watch.Elapsed.TotalSeconds:0} s, log {Size(paths.WriteAheadLog):0.0} MB");
            }
        }

        return largest;
    }

    private static double Size(string path) => new FileInfo(path) is { Exists: true } file ? file.Length / Megabyte : 0;

    private static async Task<double[]> MeasureAsync<T>(Func<int, Task<T>> work)
    {
        for (var i = 0; i < 20; i++)
        {
            await work(i);
        }

        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await work(20 + i);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static bool Print(string what, double[] times, double[] baseline, double? target)
    {
        var (median, late) = (times[Rounds / 2], times[Rounds * 95 / 100]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-30} median {median,8:0.00} ms   p95 {late,8:0.00} ms   {median / baseline[Rounds / 2],7:0.0} × baseline{(target is null ? "" : $"   target {target} ms")}"));
        return target is null || late <= target;
    }
}
