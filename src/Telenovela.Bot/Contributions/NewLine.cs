namespace Telenovela.Bot.Contributions;

/// <summary>A line that somebody gives, after the checks.</summary>
/// <param name="Telenovela">The telenovela's id: <c>high_tide</c>.</param>
/// <param name="TelenovelaTitle">Its title.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="Character">Who speaks; null for nobody known.</param>
/// <param name="Text">The words with their cues in parentheses.</param>
/// <param name="Arc">The plot line, if one was named.</param>
/// <param name="Fingerprint">For finding equal and nearly equal lines.</param>
/// <param name="Hints">What the checks would have the moderator look at.</param>
public sealed record NewLine(
    string Telenovela,
    string TelenovelaTitle,
    string Language,
    string? Character,
    string Text,
    string? Arc,
    ContributionFingerprint Fingerprint,
    IReadOnlyList<string> Hints);
