using Telenovela.Bot.Retraining.Reports;

namespace Telenovela.Bot.Retraining.Training;

/// <summary>Trains a model outside of the bot's own process.</summary>
public interface ITrainingProcess
{
    /// <summary>Trains to the end, or until the time is up; then the best so far is kept.</summary>
    /// <param name="order">What.</param>
    /// <param name="onEvent">Told how it goes, about twice a second, on any thread.</param>
    /// <param name="cancellationToken">Stops; how far the training is stays noted, for another call with the same order.</param>
    /// <returns>The epochs; empty where the last ones can't be told.</returns>
    /// <exception cref="RetrainingException">It failed, or took too much memory or time; the message says what to do.</exception>
    Task<IReadOnlyList<EpochFigures>> TrainAsync(TrainingOrder order, Action<TrainingEvent> onEvent, CancellationToken cancellationToken);
}
