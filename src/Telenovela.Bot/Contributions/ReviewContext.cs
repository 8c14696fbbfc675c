namespace Telenovela.Bot.Contributions;

/// <summary>A line near the one that is reviewed.</summary>
/// <param name="Offset">How many lines after it; negative for before.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The words.</param>
public sealed record ReviewContext(int Offset, string? Character, string Text);
