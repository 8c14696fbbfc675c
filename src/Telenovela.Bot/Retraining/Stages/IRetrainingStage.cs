namespace Telenovela.Bot.Retraining.Stages;

/// <summary>A step of a run. A run is a list of them; each is recorded, and a run that was interrupted goes on with the first that hadn't ended.</summary>
public interface IRetrainingStage
{
    /// <summary>Which (<see cref="StageName"/>).</summary>
    string Name { get; }

    /// <summary>About how much of a run's time it takes, 0 to 1.</summary>
    double Weight { get; }

    /// <summary>Does it. A stage that was interrupted is done again, and must be able to.</summary>
    /// <param name="run">The run so far; what the stage found out goes there.</param>
    /// <param name="cancellationToken">Stops: the bot stops, or somebody cancelled the run.</param>
    /// <exception cref="RetrainingException">It can't be done; the message says why.</exception>
    Task DoAsync(RunUnderWay run, CancellationToken cancellationToken);
}
