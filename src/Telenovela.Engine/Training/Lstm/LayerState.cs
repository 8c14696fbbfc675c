namespace Telenovela.Engine.Training.Lstm;

/// <summary>What a layer carries from one piece of text to the next, for all streams: <c>[streams, width]</c> each.</summary>
/// <param name="Hidden">Its outputs.</param>
/// <param name="Cell">Its memories.</param>
internal sealed record LayerState(float[] Hidden, float[] Cell);
