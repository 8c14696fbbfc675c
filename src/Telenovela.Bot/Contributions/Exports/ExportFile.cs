namespace Telenovela.Bot.Contributions.Exports;

/// <summary>A file of an export.</summary>
/// <param name="Path">Relative, with slashes.</param>
/// <param name="Content">Its text, with line feeds.</param>
public sealed record ExportFile(string Path, string Content);
