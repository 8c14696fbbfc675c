namespace Telenovela.Bot.Contributions.Exports;

/// <summary>What an export wrote.</summary>
/// <param name="Directory">Where.</param>
/// <param name="Format">How.</param>
/// <param name="Lines">Lines, the held-out ones included.</param>
/// <param name="HeldOut">Held-out lines.</param>
/// <param name="Telenovelas">Telenovelas.</param>
/// <param name="Contributors">Contributors.</param>
/// <param name="Files">The files' paths, relative.</param>
public sealed record ExportReport(string Directory, ExportFormat Format, int Lines, int HeldOut, int Telenovelas, int Contributors, IReadOnlyList<string> Files);
