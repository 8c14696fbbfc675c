namespace Telenovela.Bot.Retraining.Reports;

/// <summary>What texts with fixed seeds are like.</summary>
/// <param name="Texts">How many.</param>
/// <param name="Ended">How many of them end their lines.</param>
/// <param name="KnownWords">Share of their words that the corpus or contributions hold.</param>
/// <param name="LongestCopy">Most characters in a row that stand in the training text, too, case and punctuation aside.</param>
public sealed record CanaryFigures(int Texts, int Ended, double KnownWords, int LongestCopy);
