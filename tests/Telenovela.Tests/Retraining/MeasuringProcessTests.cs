using System.Globalization;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Training;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Retraining;

/// <summary>With real child processes.</summary>
public sealed class MeasuringProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ChildLog<MeasuringProcess> _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Shipped => Path.Combine(TinyShow.Models, TinyShow.Model);

    private string File => _folder.At("measuring.json");

    [Fact]
    public async Task Measures_What_This_Process_Would()
    {
        var order = Order(heldOut: 1, withheld: 9);
        var told = new List<double>();

        var measured = await Process(new RetrainingOptions()).MeasureAsync(order, File, told.Add, Stop);

        // A single line has no standard error: that it is no number comes through.
        Assert.Equal(double.NaN, measured.HeldOutLines!.StandardError);
        Assert.Equal(9, measured.Exposure!.Lines);
        Assert.Equal(measured.HeldOut.Champion, measured.ShippedNats);
        Assert.Equal((TinyShow.Title, 3L), (measured.After!.Telenovela, measured.After.Seed));
        Assert.Equal(Measuring.Of(order, _ => { }, Stop), measured);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Lets_Everything_Else_Go_First()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Priorities of threads are read from /proc.");
        List<(string Name, int Nice, int Policy)> threads = [];

        await Process(new RetrainingOptions()).MeasureAsync(
            Order(heldOut: 30),
            File,
            share =>
            {
                if (share < 1)
                {
                    threads.AddRange(ThreadsOf(_log.Id));
                }
            },
            Stop);

        // SCHED_IDLE is the fifth policy. The supervisor only waits.
        Assert.NotEmpty(threads);
        Assert.All(threads, thread => Assert.Equal((19, thread.Name == "supervisor" ? thread.Policy : 5), (thread.Nice, thread.Policy)));
    }

    [Fact]
    public async Task Stops_When_Asked_To_And_Leaves_No_Order()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Process(new RetrainingOptions()).MeasureAsync(Order(heldOut: 500), File, _ => stop.Cancel(), stop.Token));

        Assert.True(_log.HasEnded);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Says_Which_Model_Is_Broken()
    {
        var broken = _folder.At("broken");
        Directory.CreateDirectory(broken);
        foreach (var file in Directory.EnumerateFiles(Shipped))
        {
            System.IO.File.Copy(file, Path.Combine(broken, Path.GetFileName(file)));
        }

        await using (var weights = new FileStream(Path.Combine(broken, CheckpointFolder.WeightsFile), FileMode.Open))
        {
            weights.SetLength(weights.Length / 2);
        }

        var failure = await Assert.ThrowsAsync<RetrainingException>(() => Process(new RetrainingOptions()).MeasureAsync(Order() with { Challenger = broken }, File, _ => { }, Stop));

        Assert.StartsWith("Measuring failed with exit code 1: The weights in", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Measures_Without_The_Shipped_Model_When_That_Is_Broken()
    {
        Directory.CreateDirectory(_folder.At("empty"));

        var measured = await Process(new RetrainingOptions()).MeasureAsync(Order(withheld: 8) with { Shipped = _folder.At("empty") }, File, _ => { }, Stop);

        Assert.Null(measured.ShippedNats);
        Assert.Equal(8, measured.Exposure!.Lines);
    }

    [Fact]
    public async Task Says_What_To_Do_When_It_Takes_Too_Long()
    {
        var failure = await Assert.ThrowsAsync<RetrainingException>(() => Process(new RetrainingOptions { MostHours = 0.0001 }).MeasureAsync(Order(heldOut: 20_000), File, _ => { }, Stop));

        Assert.Equal("Measuring had not ended after 0.0001 hours and was stopped. Raise Retraining:MostHours.", failure.Message);
        Assert.True(_log.HasEnded);
    }

    [Fact]
    public async Task Ends_A_Child_When_It_Takes_Too_Much_Memory()
    {
        var failure = await Assert.ThrowsAsync<RetrainingException>(() => Process(new RetrainingOptions { MostMegabytes = 16 }).MeasureAsync(Order(heldOut: 20_000), File, _ => { }, Stop));

        Assert.StartsWith("Measuring took more than 16 MB of memory", failure.Message, StringComparison.Ordinal);
        Assert.True(_log.HasEnded);
    }

    [Fact]
    public async Task Leaves_No_Child_When_Whoever_Is_Told_Fails()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Process(new RetrainingOptions()).MeasureAsync(Order(heldOut: 20_000), File, _ => throw new InvalidOperationException("deaf"), Stop));

        Assert.Equal("deaf", failure.Message);
        Assert.True(_log.HasEnded);
        Assert.False(System.IO.File.Exists(File));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Name, nice value and scheduling policy of each thread (proc_pid_stat(5)).</summary>
    private static IEnumerable<(string Name, int Nice, int Policy)> ThreadsOf(int process)
    {
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
        {
            var stat = System.IO.File.ReadAllText(Path.Combine(thread, "stat"));
            var (from, to) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
            var fields = stat[(to + 2)..].Split(' ');
            yield return (stat[(from + 1)..to], int.Parse(fields[19 - 3], CultureInfo.InvariantCulture), int.Parse(fields[41 - 3], CultureInfo.InvariantCulture));
        }
    }

    private MeasuringProcess Process(RetrainingOptions options) => new(
        new TelenovelaProgram("dotnet", [Path.Combine(AppContext.BaseDirectory, "telenovela.dll")]), Options.Create(options), TimeProvider.System, _log);

    private MeasuringOrder Order(int heldOut = 0, int withheld = 0)
    {
        var random = new Random(6);
        var text = string.Concat(Enumerable.Range(0, 100).Select(_ => $"ANA: {TinyShow.Line(random)}\n"));
        new PreparedTraining(new TrainingData(text, text[..500], ["some"]), [], new SortedDictionary<string, string>()).Save(_folder.At("text"));
        return new MeasuringOrder(Shipped, Shipped, Shipped, Shipped, Shipped, _folder.At("text"), TinyShow.Corpus, Lines(heldOut, random), Lines(withheld, random), 3);
    }

    private static IReadOnlyList<MeasuredLine> Lines(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(at => new MeasuredLine(TinyShow.Id, TinyShow.Title, "ANA", $"{TinyShow.Line(random)} {at}"))];
}
