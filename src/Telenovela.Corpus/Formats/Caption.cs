namespace Telenovela.Corpus.Formats;

/// <summary>A caption as a subtitle file has it.</summary>
/// <param name="Line">The line of the file it begins in, from 1.</param>
/// <param name="Begin">When it appears, in seconds, or null.</param>
/// <param name="End">When it goes, in seconds, or null.</param>
/// <param name="Speaker">Who speaks as the format itself says, or null.</param>
/// <param name="Rows">Its rows on screen, without markup.</param>
internal sealed record Caption(int Line, double? Begin, double? End, string? Speaker, IReadOnlyList<string> Rows);
