using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Training;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Retraining;

/// <summary>With real child processes.</summary>
public sealed class TrainingProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TrainingOrder Order => new(_folder.At("text"), Path.Combine(TinyShow.Models, TinyShow.Model), _folder.At("challenger"), _folder.At("training.state"), 3);

    [Fact]
    public async Task Trains_And_Tells_How_It_Goes()
    {
        Prepare(8_000);
        var told = new List<TrainingEvent>();

        var epochs = await Process(new RetrainingOptions { Epochs = 2 }).TrainAsync(Order, told.Add, Stop);

        Assert.Equal([1, 2], epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(epochs.Select(epoch => epoch.HeldOutNats), told.Where(one => one.HeldOutNats is not null).Select(one => one.HeldOutNats!.Value));
        Assert.Contains(told, one => one.Step == one.Steps && one.Epochs == 2);
        Assert.Equal(epochs.Min(epoch => epoch.HeldOutNats), CheckpointFolder.Load(Order.Output).Origin.HeldOutNats);
        Assert.False(File.Exists(Order.State));
    }

    [Fact]
    public async Task Notes_How_Far_It_Is_When_It_Is_Stopped_And_Goes_On_From_There()
    {
        Prepare(200_000);
        long last = 0;
        using (var stop = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Process(new RetrainingOptions { Epochs = 2 }).TrainAsync(
                Order,
                one =>
                {
                    last = one.Step ?? last;
                    stop.Cancel();
                },
                stop.Token));
        }

        Assert.True(File.Exists(Order.State));
        long? first = null;
        using var enough = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Process(new RetrainingOptions { Epochs = 2 }).TrainAsync(
            Order,
            one =>
            {
                first ??= one.Step;
                enough.Cancel();
            },
            enough.Token));
        Assert.True(first > last, $"{first} after {last}");
    }

    [Fact]
    public async Task Ends_A_Child_When_It_Takes_Too_Much_Memory()
    {
        Prepare(200_000);

        var failure = await Assert.ThrowsAsync<RetrainingException>(() => Process(new RetrainingOptions { Epochs = 50, MostMegabytes = 64 }).TrainAsync(Order, _ => { }, Stop));

        Assert.Equal("Training took more than 64 MB of memory and was ended. Raise Retraining:MostMegabytes, or train smaller models.", failure.Message);
    }

    [Fact]
    public async Task Says_What_To_Do_When_The_First_Pass_Takes_Too_Long()
    {
        Prepare(3_000_000);

        var failure = await Assert.ThrowsAsync<RetrainingException>(
            () => Process(new RetrainingOptions { Epochs = 50, MostHours = 0.004 }).TrainAsync(Order, _ => { }, Stop));

        Assert.Contains("Raise Retraining:MostHours", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Order.State));
    }

    [Fact]
    public async Task Keeps_The_Best_So_Far_When_The_Time_Is_Up_Later()
    {
        Prepare(20_000);

        var epochs = await Process(new RetrainingOptions { Epochs = 10_000, MostHours = 0.006 }).TrainAsync(Order, _ => { }, Stop);

        Assert.NotEmpty(epochs);
        Assert.NotNull(CheckpointFolder.Load(Order.Output).Origin.HeldOutNats);
    }

    [Fact]
    public async Task Quotes_The_Child_When_It_Fails()
    {
        var failure = await Assert.ThrowsAsync<RetrainingException>(() => Process(new RetrainingOptions()).TrainAsync(Order, _ => { }, Stop));

        Assert.Contains("holds no prepared training text", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static TrainingProcess Process(RetrainingOptions options) => new(
        new TelenovelaProgram("dotnet", [Path.Combine(AppContext.BaseDirectory, "telenovela.dll")]), Options.Create(options), TimeProvider.System, NullLogger<TrainingProcess>.Instance);

    private void Prepare(int characters)
    {
        var random = new Random(2);
        var line = Telenovela.Corpus.Training.TrainingText.Header(TinyShow.Title) + "\nANA: ";
        var text = string.Concat(Enumerable.Range(0, characters / 40).Select(_ => $"{line}{TinyShow.Line(random)}\n\n"));
        new PreparedTraining(new TrainingData(text, text[..2000], ["some"]), [], new SortedDictionary<string, string>()).Save(_folder.At("text"));
    }
}
