namespace Telenovela.Bot.Contributions;

/// <summary>Lines that were given on one day.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Given">All that weren't deleted since.</param>
/// <param name="Approved">Those of them that are approved by now.</param>
public sealed record DayFigures(DateOnly Day, int Given, int Approved);
