namespace Telenovela.Bot.Interactions.Replies;

/// <summary>One suggestion.</summary>
/// <param name="Name">What is shown, at most 100 characters.</param>
/// <param name="Value">What is sent, at most 100 characters.</param>
public sealed record Choice(string Name, string Value);
