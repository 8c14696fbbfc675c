namespace Telenovela.Corpus.Formats;

/// <summary>What a <see cref="CaptionFragment"/> is.</summary>
internal enum FragmentKind
{
    Speech,
    Sound,
    Song,
    Name,
}
