using Telenovela.Corpus.Formats;

namespace Telenovela.Corpus.Dataset;

/// <summary>An episode in a corpus folder.</summary>
/// <param name="File">Season and number, from the file's name.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Read">What is in it.</param>
/// <param name="Characters">Characters of the whole file.</param>
/// <param name="Sha256">Fingerprint of the file's bytes, lower-case hexadecimal.</param>
public sealed record CorpusEpisode(EpisodeFile File, string Path, ReadResult Read, int Characters, string Sha256);
