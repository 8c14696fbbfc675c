namespace Telenovela.Corpus.Formats;

/// <summary>What a line of times says.</summary>
/// <param name="Begin">When the caption appears, in seconds.</param>
/// <param name="End">When it goes; never before it appears.</param>
/// <param name="Words">Words that stand in the same line after times and settings; empty mostly.</param>
internal sealed record CaptionTimes(double Begin, double End, string Words);
