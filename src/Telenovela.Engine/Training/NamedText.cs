namespace Telenovela.Engine.Training;

/// <summary>A piece of training text that belongs together, for example an episode.</summary>
/// <param name="Name">Says which.</param>
/// <param name="Text">Its text.</param>
public sealed record NamedText(string Name, string Text);
