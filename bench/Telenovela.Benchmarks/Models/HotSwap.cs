using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Writing;

namespace Telenovela.Benchmarks.Models;

/// <summary>
/// Exchanges models of the shipped ones' size again and again while several write all the time: every text must be whole and by the model
/// that it says, and memory must not grow. Times opening a generation, and rolling back until the old models write.
/// </summary>
internal sealed class HotSwap : IDisposable
{
    private const int Seeds = 8;
    private const int Length = 60;
    private const double MostDrift = 0.05;
    private const double MostRollBackSeconds = 2;

    private static readonly string[] Variants = ["shipped", "changed"];

    private readonly string _folder = Directory.CreateTempSubdirectory("telenovela-swap-").FullName;
    private readonly ConcurrentDictionary<string, int> _variants = new();
    private readonly List<TimeSpan> _openings = [];
    private readonly List<TimeSpan> _rollBacks = [];
    private readonly List<TimeSpan> _quickRollBacks = [];
    private readonly Dictionary<string, string>[] _models;
    private readonly string[][] _expected;
    private readonly GenerationStore _store;
    private readonly LiveModels _live;
    private readonly int _writers;
    private int _written;
    private int _failed;

    private HotSwap(string models, int writers)
    {
        _writers = writers;
        var shipped = Path.Combine(_folder, "shipped");
        foreach (var name in ModelFiles.FoldersIn(models))
        {
            ModelFiles.Copy(Path.Combine(models, name), Path.Combine(shipped, name));

            // The same model with another taste: its texts tell it from the shipped one.
            var checkpoint = CheckpointFolder.Load(Path.Combine(models, name));
            var weights = checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value);
            weights["linear.bias"] = [.. weights["linear.bias"].Select((weight, at) => weight + (at % 3))];
            CheckpointFolder.Save(checkpoint with { Weights = weights }, Path.Combine(_folder, "changed", name), half: true);
        }

        _models = [.. Variants.Select(variant => ModelFiles.FoldersIn(shipped).ToDictionary(name => name, name => Path.Combine(_folder, variant, name)))];
        _expected = [.. Variants.Select(variant => ModelShelf.Open(Path.Combine(_folder, variant))).Select(shelf => Enumerable.Range(0, Seeds).Select(seed => Write(shelf, seed).Text).ToArray())];
        _store = new GenerationStore(Path.Combine(_folder, "models"), shipped, TimeProvider.System);
        _live = new LiveModels(_store);
        _live.Refused += (id, reason) => Console.WriteLine($"refused {id}: {reason}");
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var swaps = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100;
        var models = args.Length > 1 ? args[1] : "models";
        var writers = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 4;
        if (ModelFiles.FoldersIn(models).Count == 0)
        {
            Console.WriteLine($"There is no model in {models}.");
            return 2;
        }

        using var swap = new HotSwap(models, writers);
        return await swap.RunAsync(swaps);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static WrittenText Write(IScriptWriter writer, int seed) => writer.Write(new WritingRequest { Seed = seed, Length = Length }, CancellationToken.None);

    private async Task<int> RunAsync(int swaps)
    {
        Console.WriteLine($"{_models[0].Count} models, {ModelFiles.FoldersIn(_store.Shipped).Sum(name => Directory.GetFiles(Path.Combine(_store.Shipped, name)).Sum(file => new FileInfo(file).Length)) / 1e6:f1} MB; {_writers} writers");
        _failed += _live.Telenovelas.Count > 0 ? 0 : 1;
        var slowest = Idle();
        await UnderLoadAsync(Math.Max(10, swaps / 10));
        ForgetTimes();
        var (managed, resident) = Memory();
        await UnderLoadAsync(swaps);
        var (managedAfter, residentAfter) = Memory();
        var drift = ((double)managedAfter / managed) - 1;
        var residentDrift = ((double)residentAfter / resident) - 1;
        Console.WriteLine($"{swaps} swaps, {_written} texts, failed {_failed}");
        PrintTimes("under load: ");
        Console.WriteLine($"managed memory {managed / 1e6:f1} → {managedAfter / 1e6:f1} MB ({drift:+0.0%;-0.0%}), resident {resident / 1e6:f1} → {residentAfter / 1e6:f1} MB ({residentDrift:+0.0%;-0.0%})");
        return _failed == 0 && drift < MostDrift && residentDrift < MostDrift && slowest.TotalSeconds < MostRollBackSeconds ? 0 : 1;
    }

    private void PrintTimes(string when)
    {
        Print(when + "opening", _openings);
        Print(when + "RollBack and Refresh", _rollBacks);
        Print(when + "rolling back in one", _quickRollBacks);
    }

    private void ForgetTimes()
    {
        foreach (var times in new[] { _openings, _rollBacks, _quickRollBacks })
        {
            times.Clear();
        }
    }

    private static void Print(string what, List<TimeSpan> times)
    {
        times.Sort();
        Console.WriteLine($"{what}: median {times[times.Count / 2].TotalMilliseconds:f0} ms, most {times[^1].TotalMilliseconds:f0} ms of {times.Count}");
    }

    /// <summary>Nobody writes: what opening and rolling back take by themselves.</summary>
    /// <returns>The longest that a rollback took.</returns>
    private TimeSpan Idle()
    {
        Forward(1);
        for (var round = 0; round < 10; round++)
        {
            Forward(round % 2);
            Open();
            Back(inOne: round % 2 == 1);
        }

        PrintTimes("idle: ");
        var slowest = _rollBacks.Concat(_quickRollBacks).Max();
        ForgetTimes();
        return slowest;
    }

    private async Task UnderLoadAsync(int swaps)
    {
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, _writers).Select(writer => Task.Run(() =>
        {
            for (var at = writer; !enough.IsCancellationRequested; at++)
            {
                Ask(at % Seeds);
            }
        })).ToList();
        for (var swap = 0; swap < swaps; swap++)
        {
            // Forward twice, back once.
            if (swap % 3 == 2)
            {
                Open();
                Back(inOne: swap % 2 == 1);
            }
            else
            {
                Forward(swap % 2);
            }

            _store.Prune(2, long.MaxValue);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
    }

    private void Ask(int seed)
    {
        Interlocked.Increment(ref _written);
        try
        {
            var text = Write(_live, seed);
            if (text.Text != _expected[VariantOf(text.Telenovela.Model)][seed])
            {
                Interlocked.Increment(ref _failed);
            }
        }
        catch (Exception failure)
        {
            Console.WriteLine(failure.Message);
            Interlocked.Increment(ref _failed);
        }
    }

    private int VariantOf(string model) => model.Split('@') is [_, var id] ? _variants[id] : 0;

    private void Forward(int variant)
    {
        var parent = _store.Resolve();
        var id = _store.Publish(
            parent, _models[variant], _models[variant].Keys.ToDictionary(name => name, _ => new ModelLineage([], 0, "none", null)), _models[variant].Keys.ToDictionary(name => name, _ => _expected[0][0])).Id!;
        _variants[id] = variant;
        Exchange();
    }

    private void Open()
    {
        var began = Stopwatch.GetTimestamp();
        _store.Open(_store.Named!);
        _openings.Add(Stopwatch.GetElapsedTime(began));
    }

    private void Back(bool inOne)
    {
        var began = Stopwatch.GetTimestamp();
        if (inOne)
        {
            _live.RollBack();
        }
        else
        {
            _store.RollBack();
            Exchange();
        }

        (inOne ? _quickRollBacks : _rollBacks).Add(Stopwatch.GetElapsedTime(began));
    }

    private void Exchange()
    {
        if (!_live.Refresh())
        {
            Interlocked.Increment(ref _failed);
        }
    }

    private static (long Managed, long Resident) Memory()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }
}
