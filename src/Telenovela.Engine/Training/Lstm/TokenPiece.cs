namespace Telenovela.Engine.Training.Lstm;

/// <summary>A piece of text in parallel streams, ordered by step, then stream.</summary>
/// <param name="Inputs">Ids, <c>[time × streams]</c>.</param>
/// <param name="Targets">The id that follows each; below 0 where none is to be predicted.</param>
/// <param name="Streams">How many there are.</param>
internal sealed record TokenPiece(int[] Inputs, int[] Targets, int Streams);
