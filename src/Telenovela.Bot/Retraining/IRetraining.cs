using Telenovela.Bot.Retraining.Runs;

namespace Telenovela.Bot.Retraining;

/// <summary>Retrains the models, one run at a time.</summary>
public interface IRetraining
{
    /// <summary>Where the run under way stands, in whichever process; null while there is none.</summary>
    RetrainingProgress? Progress { get; }

    /// <summary>Signalled whenever the <see cref="Progress"/> of a run in this process changes, at most a few times a second; on any thread.</summary>
    event Action? ProgressChanged;

    /// <summary>Has the models retrained.</summary>
    /// <param name="request">Whose wish.</param>
    /// <returns>
    /// Null where a run is under way or waiting already. Otherwise a task that ends with the run; its result is null where that scheduled time had its run, or
    /// another process is retraining. It doesn't fail for what goes wrong in the run, and is cancelled when the bot stops.
    /// </returns>
    Task<RunSummary?>? Request(RunRequest request);

    /// <summary>Stops the run that is under way.</summary>
    /// <returns>Whether there was one.</returns>
    bool Cancel();

    /// <summary>Puts the models before to use again; a run under way is stopped first.</summary>
    /// <param name="inUse">The generation that somebody wants away; null for whichever is in use.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The step back, as the history shows it.</returns>
    /// <exception cref="Story.Models.Generations.GenerationException">
    /// There is nothing to go back to, another generation is in use meanwhile, or another process is retraining; the message says so.
    /// </exception>
    Task<RunSummary> RollBackAsync(string? inUse, CancellationToken cancellationToken);
}
