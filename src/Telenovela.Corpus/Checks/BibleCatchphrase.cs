namespace Telenovela.Corpus.Checks;

/// <summary>Words that a character is allowed to repeat.</summary>
/// <param name="Line">The line of the README, from 1.</param>
/// <param name="Phrase">The words.</param>
/// <param name="Character">Whose they are.</param>
public sealed record BibleCatchphrase(int Line, string Phrase, string Character);
