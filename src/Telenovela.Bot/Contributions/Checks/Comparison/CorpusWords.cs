namespace Telenovela.Bot.Contributions.Checks.Comparison;

/// <summary>A line of the corpus to compare with.</summary>
/// <param name="Telenovela">The telenovela's title.</param>
/// <param name="Text">The words without cues.</param>
public sealed record CorpusWords(string Telenovela, string Text);
