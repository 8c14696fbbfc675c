using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining;

/// <summary>Stands in for <see cref="IModelsInUse"/> in processes that were started without retraining.</summary>
public sealed class NoModelsInUse : IModelsInUse
{
    /// <inheritdoc/>
    public string? FindInUse() => null;

    /// <inheritdoc/>
    public string? FindBefore() => throw new GenerationException("This process was started without retraining.");
}
