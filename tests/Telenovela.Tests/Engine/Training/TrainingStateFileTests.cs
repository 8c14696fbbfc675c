using Telenovela.Engine.Training;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Engine.Training;

public sealed class TrainingStateFileTests : IDisposable
{
    private static readonly TrainingData Data = TrainingData.Split([new NamedText("tiny", SmallModel.Text)]);

    private readonly TemporaryFolder _folder = new();

    private string Path => System.IO.Path.Combine(_folder.Path, "training.state");

    [Fact]
    public void Goes_On_Where_It_Was_When_A_Training_Was_Stopped()
    {
        var stoppedAt = Stop(at: 40);
        var steps = new List<long>();

        var trained = Train(SmallModel.Options, step => steps.Add(step.Step), TestContext.Current.CancellationToken);

        Assert.Equal(stoppedAt + 1, steps[0]);
        Assert.Equal(SmallModel.Options.Epochs, trained.Epochs.Count);
        Assert.True(trained.Best.HeldOutNats < 0.5 * SmallModel.UnigramEntropy(SmallModel.Text), $"{trained.Best}");
    }

    [Fact]
    public void Keeps_The_Optimizers_Memory_When_It_Goes_On()
    {
        // One more update from the same weights, with AdamW's moments and without: they go different ways.
        Stop(at: 30);
        var state = File.ReadAllBytes(Path);
        var withMemory = LossesAfter(Train, 20);
        File.WriteAllBytes(Path, state);
        var again = LossesAfter(Train, 20);

        Assert.Equal(withMemory, again);
        Assert.True(withMemory[0] < 0.8 * LossesAfter(Fresh, 20)[0]);

        static TrainedModel Fresh(TrainingOptions options, Action<TrainingProgress> onStep, CancellationToken stop) =>
            ModelTraining.Run(Data, options, onStep, cancellationToken: stop);
    }

    [Fact]
    public void Begins_Anew_When_Text_Or_Options_Are_Others()
    {
        Stop(at: 40);
        long? first = null;

        Train(SmallModel.Options with { Epochs = 1, Seed = 9 }, step => first ??= step.Step, TestContext.Current.CancellationToken);

        Assert.Equal(1, first);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(-1)]
    public void Begins_Anew_When_The_File_Is_Damaged(int at)
    {
        Stop(at: 20);
        var bytes = File.ReadAllBytes(Path);
        if (at < 0)
        {
            bytes = bytes[..(bytes.Length / 2)];
        }
        else
        {
            bytes[at] ^= 0x40;
        }

        File.WriteAllBytes(Path, bytes);
        long? first = null;

        Train(SmallModel.Options with { Epochs = 12 }, step => first ??= step.Step, stopAt: 3, TestContext.Current.CancellationToken);

        Assert.Equal(1, first);
    }

    [Fact]
    public void Keeps_Something_When_Stopped_Before_The_First_Update()
    {
        Assert.Throws<OperationCanceledException>(() => Train(SmallModel.Options, _ => { }, new CancellationToken(canceled: true)));

        Assert.Equal(SmallModel.Options.Epochs, Train(SmallModel.Options, _ => { }, TestContext.Current.CancellationToken).Epochs.Count);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Trains for some updates and stops; returns how many there were.</summary>
    private long Stop(int at)
    {
        using var stop = new CancellationTokenSource();
        long last = 0;
        try
        {
            Train(
                SmallModel.Options,
                step =>
                {
                    last = step.Step;
                    if (last == at)
                    {
                        stop.Cancel();
                    }
                },
                stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped in the first epoch.
        }

        Assert.Equal(at, last);
        return last;
    }

    private static List<double> LossesAfter(Func<TrainingOptions, Action<TrainingProgress>, CancellationToken, TrainedModel> train, int count)
    {
        using var stop = new CancellationTokenSource();
        var losses = new List<double>();
        try
        {
            train(
                SmallModel.Options,
                step =>
                {
                    losses.Add(step.Nats);
                    if (losses.Count == count)
                    {
                        stop.Cancel();
                    }
                },
                stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped in the first epoch.
        }

        return losses;
    }

    private TrainedModel Train(TrainingOptions options, Action<TrainingProgress> onStep, CancellationToken stop) => Train(options, onStep, stopAt: null, stop);

    private TrainedModel Train(TrainingOptions options, Action<TrainingProgress> onStep, long? stopAt, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var gradients = TorchSharp.torch.enable_grad();
        try
        {
            return ModelTraining.Run(
                Data,
                options,
                step =>
                {
                    onStep(step);
                    if (step.Step == stopAt)
                    {
                        enough.Cancel();
                    }
                },
                state: new TrainingStateFile(Path, TimeSpan.FromHours(1), TimeProvider.System),
                cancellationToken: enough.Token);
        }
        catch (OperationCanceledException) when (stopAt is not null)
        {
            return SmallModel.Trained;
        }
    }
}
