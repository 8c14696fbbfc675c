namespace Telenovela.Playground.Replies;

/// <summary>One entry of a select.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Value">What is sent.</param>
/// <param name="Description">More words.</param>
/// <param name="Default">Whether it is chosen from the start.</param>
public sealed record SelectOptionBody(string Label, string Value, string? Description = null, bool Default = false);
