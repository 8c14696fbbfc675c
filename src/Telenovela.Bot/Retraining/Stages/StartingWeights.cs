using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Weights that a training begins with.</summary>
/// <param name="Folder">The model's folder.</param>
/// <param name="Generation">The generation that holds them; null for the shipped ones.</param>
/// <param name="Lineage">What they have learned, and which shipped model they descend from.</param>
internal sealed record StartingWeights(string Folder, string? Generation, ModelLineage Lineage);
