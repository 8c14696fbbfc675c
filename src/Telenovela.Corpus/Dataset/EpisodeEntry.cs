using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>An episode in a dataset folder.</summary>
/// <param name="File">Its season and number, by the file's name.</param>
/// <param name="Path">The file's path relative to the dataset's folder, with forward slashes.</param>
/// <param name="Text">The file's text as it was decoded, with line feeds.</param>
/// <param name="Sha256">The SHA-256 of the file's bytes in lower-case hexadecimal.</param>
/// <param name="Result">What was read from it.</param>
public sealed record EpisodeEntry(EpisodeFile File, string Path, string Text, string Sha256, ReadResult Result)
{
    /// <summary>The script.</summary>
    public Episode Episode => Result.Episode;
}
