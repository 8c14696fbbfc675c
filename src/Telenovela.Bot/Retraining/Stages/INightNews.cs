using Telenovela.Bot.Retraining.Runs;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Tells people what the bot has learned.</summary>
public interface INightNews
{
    /// <summary>Tells it wherever an administrator wants to know.</summary>
    /// <param name="run">A run that was promoted, as far as it is.</param>
    /// <param name="learned">Sequences of the approved lines that were learned for the first time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In how many channels it was told.</returns>
    Task<int> TellAsync(RunSummary run, IReadOnlyList<long> learned, CancellationToken cancellationToken);
}
