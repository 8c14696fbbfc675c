namespace Telenovela.Story.Models.Generations;

/// <summary>What a model of a generation has learned besides the corpus.</summary>
/// <param name="Contributions">Names of the contributed lines that it was trained on, by whoever trained it; none for a model as shipped.</param>
/// <param name="Watermark">The highest approval sequence that was looked at, trained on or not.</param>
/// <param name="Corpus">SHA-256 over the corpus episodes that it was trained with; null for a model as shipped.</param>
/// <param name="Since">The generation that brought these weights; null for a model as shipped.</param>
/// <param name="Base">The shipped model that these weights descend from (<see cref="ModelFiles.FingerprintOf"/>); null where nobody noted it.</param>
public sealed record ModelLineage(IReadOnlyList<string> Contributions, long Watermark, string? Corpus, string? Since, string? Base = null)
{
    /// <summary>A model as shipped.</summary>
    public static ModelLineage Shipped { get; } = new([], 0, null, null);
}
