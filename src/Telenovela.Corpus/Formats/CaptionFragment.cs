namespace Telenovela.Corpus.Formats;

/// <summary>Speech, a sound, a song line or a speaker's name in a caption.</summary>
internal sealed record CaptionFragment(Caption Caption, FragmentKind Kind, string? Speaker, string Text, bool BeginsAnew);
