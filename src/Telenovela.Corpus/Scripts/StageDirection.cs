namespace Telenovela.Corpus.Scripts;

/// <summary>Anything in a scene that isn't a spoken line.</summary>
/// <param name="Text">What happens or is heard, on one line, without enclosing parentheses.</param>
/// <param name="Kind">What it describes.</param>
public sealed record StageDirection(string Text, DirectionKind Kind = DirectionKind.Action) : SceneElement;
