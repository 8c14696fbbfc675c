namespace Telenovela.Engine.Training.Lstm;

/// <summary>
/// What a layer carries from one piece of text to the next, outputs and memories for all streams: <c>[streams, width]</c> each.
/// </summary>
internal sealed record LayerState(float[] Hidden, float[] Cell);
