namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>The longest run of words that a text shares with the corpus.</summary>
/// <param name="Excerpt">The shared words as the text asked about writes them.</param>
/// <param name="Length">Their length in characters of normal form.</param>
/// <param name="Source">Which telenovela has them.</param>
public sealed record CorpusOverlap(string Excerpt, int Length, string Source);
