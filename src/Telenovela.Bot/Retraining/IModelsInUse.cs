namespace Telenovela.Bot.Retraining;

/// <summary>Knows which models are in use, and what a step back would change.</summary>
public interface IModelsInUse
{
    /// <summary>The generation in use; null for the shipped models.</summary>
    string? FindInUse();

    /// <summary>The generation that a step back would put to use; null for the shipped models.</summary>
    /// <exception cref="Story.Models.Generations.GenerationException">There is nothing to go back to; the message says so.</exception>
    string? FindBefore();
}
