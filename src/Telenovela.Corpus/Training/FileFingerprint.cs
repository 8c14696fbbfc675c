namespace Telenovela.Corpus.Training;

/// <summary>Which file exactly a model was trained on.</summary>
/// <param name="Path">The path relative to the dataset's folder, with forward slashes.</param>
/// <param name="Sha256">The SHA-256 of the file's bytes in lower-case hexadecimal.</param>
public sealed record FileFingerprint(string Path, string Sha256);
