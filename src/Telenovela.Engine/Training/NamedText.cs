namespace Telenovela.Engine.Training;

/// <summary>A piece of training text that belongs together, for example an episode.</summary>
/// <param name="Name">Says which.</param>
/// <param name="Text">Its text.</param>
/// <param name="Group">What it is a part of, for example a telenovela.</param>
public sealed record NamedText(string Name, string Text, string Group = "");
