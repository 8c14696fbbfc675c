using Telenovela.Bot.Retraining.Gate;

namespace Telenovela.Bot.Retraining.Training;

/// <summary>Measures a challenger outside of the bot's own process.</summary>
public interface IMeasuringProcess
{
    /// <summary>Measures.</summary>
    /// <param name="order">What.</param>
    /// <param name="file">Where the order is written down meanwhile; it is gone afterwards.</param>
    /// <param name="tell">Told how much is done, 0 to 1, about twice a second, on any thread.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="RetrainingException">It failed, or took too much memory or time; the message says what to do.</exception>
    Task<Measurement> MeasureAsync(MeasuringOrder order, string file, Action<double> tell, CancellationToken cancellationToken);
}
