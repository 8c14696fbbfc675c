namespace Telenovela.Corpus.Checks;

/// <summary>A character of a telenovela.</summary>
/// <param name="Line">The line of the README, from 1.</param>
/// <param name="Name">The name as it stands before speeches: <c>MARISOL</c>.</param>
/// <param name="Description">How the character talks; for a minor role, who it is.</param>
/// <param name="IsMinor">Whether it is a minor role.</param>
public sealed record BibleCharacter(int Line, string Name, string Description, bool IsMinor);
