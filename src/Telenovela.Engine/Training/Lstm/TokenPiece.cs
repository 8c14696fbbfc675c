namespace Telenovela.Engine.Training.Lstm;

/// <summary>
/// A piece of text in parallel streams, ordered by step, then stream: ids, <c>[time × streams]</c>, and the id that follows each, below 0
/// where none is to be predicted.
/// </summary>
internal sealed record TokenPiece(int[] Inputs, int[] Targets, int Streams);
