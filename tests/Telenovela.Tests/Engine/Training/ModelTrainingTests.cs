using Telenovela.Engine.Training;
using TorchSharp;

namespace Telenovela.Tests.Engine.Training;

public sealed class ModelTrainingTests
{
    [Fact]
    public void Learns_More_Than_Counting_When_Trained_On_A_Tiny_Text()
    {
        var epochs = SmallModel.Trained.Epochs;

        Assert.Equal(SmallModel.Options.Epochs, epochs.Count);
        Assert.True(SmallModel.Trained.Best.HeldOutNats < 0.5 * SmallModel.UnigramEntropy(SmallModel.Text), $"{SmallModel.Trained.Best}");
        Assert.True(epochs[^1].TrainNats < epochs[0].TrainNats);
        Assert.All(epochs, epoch => Assert.True(epoch.CharactersPerSecond > 0));
    }

    [Fact]
    public void Gives_The_Same_Weights_When_The_Seed_Is_The_Same()
    {
        var options = SmallModel.Options with { Epochs = 2 };

        var one = SmallModel.Train(options);
        var same = SmallModel.Train(options);
        var other = SmallModel.Train(options with { Seed = 4 });

        Assert.Equal(one.Weights["linear.weight"], same.Weights["linear.weight"]);
        Assert.NotEqual(one.Weights["linear.weight"], other.Weights["linear.weight"]);
    }

    [Fact]
    public void Keeps_The_Best_Epoch_When_A_Later_One_Is_Worse()
    {
        var trained = SmallModel.Trained;

        Assert.Equal(trained.Epochs.Min(epoch => epoch.HeldOutNats), trained.Best.HeldOutNats);
    }

    [Fact]
    public void Returns_The_Best_So_Far_When_Stopped()
    {
        using var stop = new CancellationTokenSource();

        var trained = ModelTraining.Run(
            TrainingData.Split([new NamedText("tiny", SmallModel.Text)]), SmallModel.Options, step =>
            {
                if (step.Epoch == 3)
                {
                    stop.Cancel();
                }
            },
            cancellationToken: stop.Token);

        Assert.Equal(2, trained.Epochs.Count);
    }

    [Fact]
    public void Says_That_There_Is_Nothing_To_Keep_When_Stopped_In_The_First_Epoch() =>
        Assert.Throws<OperationCanceledException>(() => ModelTraining.Run(
            TrainingData.Split([new NamedText("tiny", SmallModel.Text)]), SmallModel.Options, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Stops_In_Words_When_The_Loss_Is_No_Number()
    {
        var failure = Assert.Throws<TrainingException>(() => SmallModel.Train(SmallModel.Options with { LearningRate = double.NaN }));

        Assert.Contains("learning rate", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_No_Tensor_Behind_When_Training_Ends()
    {
        _ = SmallModel.Trained;
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        SmallModel.Train(SmallModel.Options with { Epochs = 1 });

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Trains_When_The_Text_Is_Shorter_Than_A_Piece()
    {
        var trained = ModelTraining.Run(
            TrainingData.Split([new NamedText("short", SmallModel.Text[..300])]), SmallModel.Options with { Epochs = 1, Steps = 128, Streams = 32 },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(double.IsFinite(trained.Best.HeldOutNats));
    }
}
