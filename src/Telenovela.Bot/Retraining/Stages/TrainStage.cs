using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Engine.Checkpoints;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Trains a challenger for each model of the plan, one after the other.</summary>
/// <param name="process">Trains.</param>
public sealed class TrainStage(ITrainingProcess process) : IRetrainingStage
{
    /// <inheritdoc/>
    public string Name => StageName.Train;

    /// <inheritdoc/>
    public double Weight => 0.75;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        foreach (var (at, plan) in run.Plan.Models.Index())
        {
            await run.TryAsync(plan.Model, () => TrainAsync(run, plan, at, cancellationToken)).ConfigureAwait(false);
            run.Save();
        }

        run.RequireWork();
    }

    private async Task TrainAsync(RunUnderWay run, ModelPlan plan, int at, CancellationToken cancellationToken)
    {
        var (output, state) = (plan.ChallengerIn(run.Folder), plan.StateIn(run.Folder));
        IReadOnlyList<EpochFigures> epochs = [];

        // The note goes when the training has ended: a challenger without one is whole.
        if (!Directory.Exists(output) || File.Exists(state))
        {
            epochs = await process.TrainAsync(
                new TrainingOrder(plan.TextIn(run.Folder), plan.Start, output, state, plan.Seed), Teller(run, plan.Model, at), cancellationToken).ConfigureAwait(false);
            File.Delete(state);
        }

        if (epochs.Count == 0 && CheckpointFolder.Load(output).Origin is { HeldOutNats: { } nats } origin)
        {
            epochs = [new EpochFigures(origin.Epoch, double.NaN, nats)];
        }

        run.Know(plan.Model, known => known with { Epochs = epochs });
    }

    private static Action<TrainingEvent> Teller(RunUnderWay run, string model, int at)
    {
        double? nats = null;
        var (share, epochs) = (0.0, (int?)null);
        return told =>
        {
            nats = told.HeldOutNats ?? nats;
            if (told is { Step: { } step, Steps: { } steps and > 0 })
            {
                share = (double)step / steps;
            }

            run.Tell(new StageProgress((at + share) / run.Plan.Models.Count) { Model = model, Epoch = told.Epoch, Epochs = epochs ??= told.Epochs, HeldOutNats = nats });
        };
    }
}
