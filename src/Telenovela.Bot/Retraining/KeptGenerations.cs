using Microsoft.Extensions.Options;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining;

/// <summary>Decides which generations of models stay: a few to go back to, and none that learned what may no longer be learned but the one in use.</summary>
/// <param name="generations">Models.</param>
/// <param name="options">How many.</param>
public sealed class KeptGenerations(GenerationStore generations, IOptions<RetrainingOptions> options)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Removes the others.</summary>
    /// <param name="learnable">The lines that may be learned (<see cref="Contributions.ApprovedLine.LearningKey"/>).</param>
    /// <exception cref="IOException">A folder can't be removed.</exception>
    public void RemoveOthers(IReadOnlySet<string> learnable) => generations.Prune(
        options.Value.KeptGenerations,
        options.Value.MostModelMegabytes * Megabyte,
        manifest => manifest.Models.Values.Any(lineage => lineage.Contributions.Any(key => !learnable.Contains(key))));
}
