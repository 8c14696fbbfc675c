namespace Telenovela.Bot.Interactions.Replies;

/// <summary>A small headed part of an embed.</summary>
/// <param name="Name">At most 256 characters.</param>
/// <param name="Value">Markdown, at most 1,024 characters.</param>
/// <param name="Inline">Whether it may stand beside its neighbours.</param>
public sealed record EmbedField(string Name, string Value, bool Inline = false);
