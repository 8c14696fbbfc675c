namespace Telenovela.Corpus.Checks;

/// <summary>The threads of a telenovela's bible.</summary>
/// <param name="Listed">Threads in the table.</param>
/// <param name="Opened">Threads whose opening episode exists and mentions the thread's people.</param>
/// <param name="Tied">Threads whose tying episode exists and mentions the thread's people.</param>
public sealed record ThreadMeasure(int Listed, int Opened, int Tied);
