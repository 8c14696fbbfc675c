namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A list to choose from.</summary>
/// <param name="CustomId">See <see cref="Component"/>.</param>
/// <param name="Options">1 to 25.</param>
/// <param name="Placeholder">Shown while nothing is chosen, at most 150 characters.</param>
/// <param name="MinValues">The fewest to choose.</param>
/// <param name="MaxValues">The most to choose.</param>
public sealed record SelectMenu(
    string CustomId, IReadOnlyList<SelectOption> Options, string? Placeholder = null, int MinValues = 1, int MaxValues = 1)
    : Component(CustomId);
