namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A button.</summary>
/// <param name="CustomId">See <see cref="Component"/>.</param>
/// <param name="Label">At most 80 characters.</param>
/// <param name="Style">Its colour.</param>
/// <param name="Emoji">A Unicode emoji shown before the label.</param>
public sealed record Button(string CustomId, string Label, ButtonStyle Style = ButtonStyle.Secondary, string? Emoji = null)
    : Component(CustomId);
