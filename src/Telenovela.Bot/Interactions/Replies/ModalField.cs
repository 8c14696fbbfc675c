namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A labelled field of a modal.</summary>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Input">What is entered: a <see cref="TextInput"/> or a <see cref="SelectMenu"/>.</param>
/// <param name="Description">At most 100 characters.</param>
public sealed record ModalField(string Label, Component Input, string? Description = null);
