using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Contributions.Checks.Comparison;
using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Storage;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Benchmarks.Storage;

/// <summary>
/// Checks single lines against many contributions and the corpus. The contributions are made of the corpus's own words, three of four in
/// their places, so that they share as much as real lines do. The baseline is the smallest question the same store can be asked.
/// </summary>
internal static class CheckFigures
{
    private const int Rounds = 200;
    private const double Target = 20;
    private const double Megabyte = 1024 * 1024;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var corpus = Path.GetFullPath(args.Length > 1 ? args[1] : "corpus");
        var folder = Directory.CreateTempSubdirectory("telenovela-checks-").FullName;
        await using var services = await OpenAsync(folder, corpus);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var comparison = await services.GetRequiredService<ComparisonCorpusSource>().GetAsync(CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"corpus: {comparison.LineCount} lines loaded in {watch.Elapsed.TotalSeconds:0.0} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / Megabyte:0.0} MB"));

        var lines = Lines(corpus);
        var random = new Random(1);
        PrintThresholds(corpus, lines, random);
        await FillAsync(services, lines, random, count);
        var baseline = await MeasureAsync(_ => services.GetRequiredService<Store>().ReadAsync(
            (context, stop) => context.Contributors.Where(person => person.Id == 1).Select(person => person.UserId).SingleAsync(stop), CancellationToken.None));
        Print("baseline: one row by key", baseline, baseline, null);

        var rules = services.GetServices<IContributionRule>().ToList();
        var ok = true;
        foreach (var (what, make) in new (string, Func<string>)[] { ("new words", () => Mixed(lines, random, 1)), ("near duplicate", () => Mixed(lines, random, 0.1)), ("line of the corpus", () => lines[random.Next(lines.Count)].Text) })
        {
            ok &= Print($"near-duplicates, {what}", await MeasureAsync(_ => RunAsync(rules.Where(rule => rule is CorpusRule or DuplicateRule or RepeatedLineRule), make())), baseline, Target);
            ok &= Print($"all checks, {what}", await MeasureAsync(_ => RunAsync(rules, make())), baseline, Target);
        }

        Directory.Delete(folder, recursive: true);
        return ok ? 0 : 1;
    }

    private static async Task<ServiceProvider> OpenAsync(string folder, string corpus)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Directory"] = folder,
            ["Contributions:CorpusDirectory"] = corpus,
        }).Build());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddStorageTools();
        services.AddContributionChecks();
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StoreOpening>().OpenAsync(CancellationToken.None);
        return provider;
    }

    private static List<(string Language, string Text)> Lines(string corpus) =>
    [
        .. from telenovela in CorpusFolder.Load(corpus).Telenovelas
           from entry in telenovela.Episodes
           from scene in entry.Episode.Scenes
           from line in scene.Elements.OfType<ScriptLine>()
           where line.Text.Length is > 20 and < 500
           select (telenovela.Language, line.Text),
    ];

    /// <summary>A line with a share of its words exchanged for words of others.</summary>
    private static string Mixed(List<(string Language, string Text)> lines, Random random, double share)
    {
        var (language, text) = lines[random.Next(lines.Count)];
        return string.Join(' ', text.Split(' ').Select(word =>
        {
            if (random.NextDouble() >= share)
            {
                return word;
            }

            var other = lines[random.Next(lines.Count)];
            return other.Language == language && other.Text.Split(' ') is var words ? words[random.Next(words.Length)] : word;
        }));
    }

    /// <summary>How often lines that were written apart are alike, and how often an edited line is recognised.</summary>
    private static void PrintThresholds(string corpus, List<(string Language, string Text)> lines, Random random)
    {
        var all = CorpusFolder.Load(corpus).Telenovelas
            .SelectMany(telenovela => telenovela.Episodes.SelectMany(entry => entry.Episode.Scenes).SelectMany(scene => scene.Elements).OfType<ScriptLine>().Select(line => new CorpusWords(telenovela.Id, line.Text)))
            .Where(line => Likeness.WordsOf(line.Text) >= Likeness.FewestWords).ToList();
        var apart = all.Select(line => line.Telenovela).Distinct().SelectMany(id =>
        {
            var others = new NearDuplicateIndex(all.Where(line => line.Telenovela != id));
            return all.Where(line => line.Telenovela == id).Select(line => others.Nearest(line.Text, Fingerprinter.Of(line.Text))?.Likeness ?? 0);
        }).ToList();
        Share("lines of different telenovelas", apart);
        var runs = all.Select(line => line.Telenovela).Distinct().SelectMany(id =>
        {
            var others = new CorpusOverlapIndex(all.Where(line => line.Telenovela != id));
            return all.Where(line => line.Telenovela == id).Select(line => others.Longest(line.Text)).OfType<CorpusOverlap>();
        }).ToList();
        Console.WriteLine($"runs of {CorpusOverlapIndex.Shortest} characters and more that telenovelas share: {runs.Count} in {all.Count} lines, the longest {runs.Select(run => run.Length).DefaultIfEmpty().Max()}");

        var whole = new NearDuplicateIndex(lines.Select(line => new CorpusWords(line.Language, line.Text)));
        foreach (var share in new[] { 0.05, 0.1, 0.2 })
        {
            Share(
                string.Create(CultureInfo.InvariantCulture, $"lines with {share:P0} of the words changed"),
                [.. Enumerable.Range(0, 1000).Select(_ => Mixed(lines, random, share)).Select(text => whole.Nearest(text, Fingerprinter.Of(text))?.Likeness ?? 0)]);
        }
    }

    private static void Share(string what, List<double> likeness) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-40} {likeness.Count,6}: {likeness.Count(value => value >= Likeness.Related) * 100.0 / likeness.Count:0.00} % related, {likeness.Count(value => value >= Likeness.Near) * 100.0 / likeness.Count:0.00} % near"));

    private static async Task FillAsync(ServiceProvider services, List<(string Language, string Text)> lines, Random random, int count)
    {
        await services.GetRequiredService<ConsentRegister>().GiveAsync(1, 1, CancellationToken.None);
        var store = services.GetRequiredService<ContributionStore>();
        var watch = Stopwatch.StartNew();
        for (var (i, interaction) = (0, 1UL); i < count; i += 200, interaction++)
        {
            var batch = Enumerable.Range(0, Math.Min(200, count - i)).Select(_ => Mixed(lines, random, 0.75))
                .Select(text => new NewLine("high_tide", "High Tide", "en", "VERA", text, null, Fingerprinter.Of(text), [])).ToList();
            await store.SubmitAsync(new Submission(interaction, BenchStore.Guild, 1, 1, batch), CancellationToken.None);
        }

        Console.WriteLine($"{count} contributions after {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task<int> RunAsync(IEnumerable<IContributionRule> rules, string text)
    {
        var draft = new ContributionDraft(BenchStore.Guild, 2, "High Tide", "en", null);
        DraftLine[] lines = [new DraftLine(1, "VERA", text)];
        var found = 0;
        foreach (var rule in rules)
        {
            found += (await rule.CheckAsync(draft, lines, CancellationToken.None)).Count;
        }

        return found;
    }

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
            $"{what,-36} median {median,8:0.00} ms   p95 {late,8:0.00} ms   {median / baseline[Rounds / 2],7:0.0} × baseline{(target is null ? "" : $"   target {target} ms")}"));
        return target is null || late <= target;
    }
}
