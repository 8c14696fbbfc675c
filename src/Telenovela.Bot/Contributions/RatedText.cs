namespace Telenovela.Bot.Contributions;

/// <summary>A text and what people think of it, to learn from.</summary>
/// <param name="Model">The language model's name.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Settings">The other settings, a JSON object.</param>
/// <param name="Text">The text, where it is known.</param>
/// <param name="Votes">The votes.</param>
public sealed record RatedText(string Model, long Seed, string Settings, string? Text, VoteTotals Votes);
