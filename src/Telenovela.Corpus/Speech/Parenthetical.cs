namespace Telenovela.Corpus.Speech;

/// <summary>Words in parentheses and what they mean.</summary>
/// <param name="Kind">What they mean.</param>
/// <param name="Name">The speaker's name for <see cref="ParentheticalKind.Speaker"/>, else null.</param>
/// <param name="Cue">The words that are a cue: all of them, or what follows a speaker's name (<c>(Daniel, whispering)</c>), or null.</param>
public sealed record Parenthetical(ParentheticalKind Kind, string? Name, string? Cue);
