namespace Telenovela.Corpus.Speech;

/// <summary>A name before a colon that may name a speaker: <c>Woman:</c>, <c>JANE (whispering):</c>.</summary>
/// <param name="Start">The offset of the name.</param>
/// <param name="End">The offset after the colon.</param>
/// <param name="Name">The words before the colon, without a cue among them.</param>
/// <param name="Cue">The cue between name and colon, or null.</param>
/// <param name="StartsLine">Whether nothing stands before it in its line.</param>
internal sealed record SpeakerTag(int Start, int End, string Name, string? Cue, bool StartsLine);
