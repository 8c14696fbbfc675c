namespace Telenovela.Bot.Markdown;

/// <summary>A link in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">What it leads to.</param>
public sealed record LinkSpan(int Start, int Length, LinkKind Kind);
