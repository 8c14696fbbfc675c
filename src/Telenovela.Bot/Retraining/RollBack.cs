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
    /// <param name="inUse">The generation that somebody wants away; null for whichever is in use.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The step, as the history shows it.</returns>
    /// <exception cref="GenerationException">There is nothing to go back to, another generation is in use meanwhile, or another process is retraining.</exception>
    public async Task<RunSummary> DoAsync(string? inUse, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(paths.Lock)!);
        using var alone = await FileLock.TakeAsync(paths.Lock, shared: false, Patience, clock, cancellationToken).ConfigureAwait(false)
            ?? throw new GenerationException("Another process is retraining; stop it first (Ctrl+C where `telenovela retrain` runs).");
        live.Refresh();
        if (inUse is not null && live.Generation.Id != inUse)
        {
            throw new GenerationException("Other models were put to use meanwhile. Look what is in use now, and go back from there if need be.");
        }

        var back = live.RollBack();
        return await runs.RolledBackAsync(back.Id, cancellationToken).ConfigureAwait(false);
    }
}
