namespace Telenovela.Playground.Replies;

/// <summary>A button's emoji.</summary>
/// <param name="Name">The Unicode emoji.</param>
public sealed record EmojiBody(string? Name);
