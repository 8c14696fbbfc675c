namespace Telenovela.Bot.Retraining.Reports;

/// <summary>A generated text.</summary>
/// <param name="Telenovela">The telenovela's title.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Text">The text.</param>
public sealed record Sample(string Telenovela, long Seed, string Text);
