namespace Telenovela.Corpus.Checks;

/// <summary>Something in a corpus that should be mended.</summary>
/// <param name="File">Where, relative to the telenovela's folder.</param>
/// <param name="Line">On which line, from 1; 0 for the whole file.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record CorpusProblem(string File, int Line, string Message);
