namespace Telenovela.Corpus.Formats;

/// <summary>Something in a source that was not taken over.</summary>
/// <param name="File">The file's name as it was given to the reader.</param>
/// <param name="Line">The line it stands in, from 1; 0 where the whole file is meant.</param>
/// <param name="Reason">Why, as a sentence for whoever mends the file.</param>
public sealed record Skip(string File, int Line, string Reason);
