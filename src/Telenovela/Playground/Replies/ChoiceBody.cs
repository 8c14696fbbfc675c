namespace Telenovela.Playground.Replies;

/// <summary>A suggestion.</summary>
/// <param name="Name">What is shown.</param>
/// <param name="Value">What is sent: text or number.</param>
public sealed record ChoiceBody(string Name, System.Text.Json.JsonElement Value);
