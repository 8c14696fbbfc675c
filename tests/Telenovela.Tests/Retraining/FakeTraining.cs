using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Training;

namespace Telenovela.Tests.Retraining;

/// <summary>Trains in the tests' own process, as the child would; a test may meddle.</summary>
internal sealed class FakeTraining : ITrainingProcess
{
    /// <summary>Called before a training.</summary>
    public Func<TrainingOrder, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What becomes of the challenger's weights.</summary>
    public Func<Checkpoint, Checkpoint> Spoil { get; set; } = checkpoint => checkpoint;

    public List<TrainingOrder> Orders { get; } = [];

    /// <summary>What each training was given to learn.</summary>
    public List<string> Texts { get; } = [];

    public async Task<IReadOnlyList<EpochFigures>> TrainAsync(TrainingOrder order, Action<TrainingEvent> onEvent, CancellationToken cancellationToken)
    {
        Orders.Add(order);
        var source = PreparedTraining.Load(order.Text);
        Texts.Add(source.Data.Train);
        await Before(order, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        using var gradients = TorchSharp.torch.enable_grad();
        var options = TinyShow.Options with { Epochs = 2, LearningRate = 2e-3, Seed = order.Seed };
        var trained = ModelTraining.Run(
            source.Data,
            options,
            step => onEvent(new TrainingEvent(step.Step, step.Steps, step.Epoch, step.Epochs, step.Nats, step.CharactersPerSecond, null)),
            start: CheckpointFolder.Load(order.From),
            cancellationToken: cancellationToken);
        CheckpointFolder.Save(Spoil(source.ToCheckpoint(trained, options, DateTimeOffset.UnixEpoch)), order.Output, half: true);
        return [.. trained.Epochs.Select(epoch => new EpochFigures(epoch.Epoch, epoch.TrainNats, epoch.HeldOutNats))];
    }
}
