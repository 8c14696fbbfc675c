namespace Telenovela.Bot.Contributions;

/// <summary>The votes on a text.</summary>
/// <param name="Up">👍</param>
/// <param name="Down">👎</param>
public sealed record VoteTotals(int Up, int Down);
