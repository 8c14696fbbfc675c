namespace Telenovela.Playground.Replies;

/// <summary>An embed's field.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Value">Markdown.</param>
/// <param name="Inline">Whether it may stand beside its neighbours.</param>
public sealed record FieldBody(string Name, string Value, bool Inline);
