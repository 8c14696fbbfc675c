namespace Telenovela.Story.Models.Generations;

/// <summary>A generation with its models in memory, just as they were checked.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="Shelf">Its models.</param>
public sealed record LoadedGeneration(Generation Generation, ModelShelf Shelf);
