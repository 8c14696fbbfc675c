namespace Telenovela.Corpus.Speech;

/// <summary>A part of an utterance.</summary>
/// <param name="Speaker">Who speaks as the utterance itself says, or null.</param>
/// <param name="Text">Words with their cues in parentheses; for a sound, its words alone. Empty where only a speaker was named.</param>
/// <param name="IsSound">Whether it is a sound and not speech.</param>
internal sealed record SpeechPiece(string? Speaker, string Text, bool IsSound);
