using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining;

/// <summary>Asks the models themselves: the history may be a restored one, or another process may have changed them.</summary>
/// <param name="live">What writes.</param>
/// <param name="generations">What could.</param>
public sealed class ModelsInUse(LiveModels live, GenerationStore generations) : IModelsInUse
{
    /// <inheritdoc/>
    public string? FindInUse()
    {
        live.Refresh();
        return live.Generation.Id;
    }

    /// <inheritdoc/>
    public string? FindBefore() => generations.FindBefore().Id;
}
