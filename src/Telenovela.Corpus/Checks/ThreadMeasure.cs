namespace Telenovela.Corpus.Checks;

/// <summary>How many threads a telenovela's bible lists.</summary>
/// <param name="Opened">Threads with an opening episode.</param>
/// <param name="Tied">Threads with a tying episode.</param>
public sealed record ThreadMeasure(int Opened, int Tied);
