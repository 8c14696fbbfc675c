namespace Telenovela.Bot.Contributions;

/// <summary>A line that was approved once and may not be learned now.</summary>
/// <param name="Telenovela">The telenovela's id.</param>
/// <param name="TelenovelaTitle">The telenovela's title.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Character">Who speaks.</param>
/// <param name="Text">The words with their cues in parentheses.</param>
public sealed record WithheldLine(string Telenovela, string TelenovelaTitle, string Language, string? Character, string Text);
