namespace Telenovela.Corpus.Checks;

/// <summary>How much a character says.</summary>
/// <param name="Lines">Spoken lines.</param>
/// <param name="Characters">Characters of spoken text, cues not counted.</param>
public sealed record SpeakerMeasure(int Lines, long Characters);
