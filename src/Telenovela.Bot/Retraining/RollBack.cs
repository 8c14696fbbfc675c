using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining;

/// <summary>Puts the models before to use again.</summary>
/// <param name="live">The models.</param>
/// <param name="runs">The history.</param>
/// <param name="paths">The files.</param>
/// <param name="clock">Measures patience.</param>
public sealed class RollBack(LiveModels live, TrainingRunStore runs, RetrainingPaths paths, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Goes back by one generation.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The step, as the history shows it.</returns>
    /// <exception cref="GenerationException">There is nothing to go back to, or another process is retraining.</exception>
    public async Task<RunSummary> DoAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(paths.Lock)!);
        using var alone = await FileLock.TakeAsync(paths.Lock, shared: false, Patience, clock, cancellationToken).ConfigureAwait(false)
            ?? throw new GenerationException("Another process is retraining; stop it first (Ctrl+C where `telenovela retrain` runs).");
        var back = live.RollBack();
        return await runs.RolledBackAsync(back.Id, cancellationToken).ConfigureAwait(false);
    }
}
