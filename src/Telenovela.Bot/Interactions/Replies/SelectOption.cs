namespace Telenovela.Bot.Interactions.Replies;

/// <summary>One entry of a select.</summary>
/// <param name="Label">At most 100 characters.</param>
/// <param name="Value">At most 100 characters.</param>
/// <param name="Description">At most 100 characters.</param>
/// <param name="Default">Whether it is chosen from the start.</param>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool Default = false);
