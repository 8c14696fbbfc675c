namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A row under a message: up to five buttons, or one select.</summary>
/// <param name="Components">What stands in it, from left to right.</param>
public sealed record ActionRow(params IReadOnlyList<Component> Components);
