namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A text field of a modal.</summary>
/// <param name="CustomId">See <see cref="Component"/>.</param>
/// <param name="Paragraph">Whether it takes several lines.</param>
/// <param name="Required">Whether it must be filled.</param>
/// <param name="MinLength">The fewest characters.</param>
/// <param name="MaxLength">The most characters, up to 4,000.</param>
/// <param name="Value">What stands in it from the start.</param>
/// <param name="Placeholder">Shown while it is empty, at most 100 characters.</param>
public sealed record TextInput(
    string CustomId, bool Paragraph = false, bool Required = true, int MinLength = 0, int MaxLength = 4000, string? Value = null,
    string? Placeholder = null) : Component(CustomId);
