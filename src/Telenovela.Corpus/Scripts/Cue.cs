namespace Telenovela.Corpus.Scripts;

/// <summary>A direction inside a spoken line, written in parentheses: <c>(laughs)</c>.</summary>
/// <param name="Position">
/// Where it stands: the offset in <see cref="ScriptLine.Text"/>, in UTF-16 code units, of the word before which the cue is given;
/// 0 before the first word, the text's length after the last.
/// </param>
/// <param name="Text">The words between the parentheses.</param>
public sealed record Cue(int Position, string Text);
