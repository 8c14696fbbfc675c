namespace Telenovela.Playground.Replies;

/// <summary>An embed's footer.</summary>
/// <param name="Text">Plain text.</param>
public sealed record FooterBody(string? Text);
