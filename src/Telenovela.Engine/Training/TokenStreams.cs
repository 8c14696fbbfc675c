using static TorchSharp.torch;

namespace Telenovela.Engine.Training;

/// <summary>
/// A text laid out in parallel streams: stream s holds the s-th stretch of it, and all are read side by side, piece after piece,
/// so that each stream's state carries over from one piece to the next.
/// </summary>
internal sealed class TokenStreams : IDisposable
{
    private readonly Tensor _tokens;
    private readonly int _steps;

    /// <summary>Lays out; a text too short for the wish gets fewer streams.</summary>
    /// <param name="ids">The text.</param>
    /// <param name="streams">Streams wished for.</param>
    /// <param name="steps">Length of a piece.</param>
    public TokenStreams(int[] ids, int streams, int steps)
    {
        Streams = Math.Clamp((ids.Length - 1) / Math.Max(2, steps), 1, streams);
        var length = (ids.Length - 1) / Streams;
        _steps = Math.Min(steps, length);
        var rows = new long[Streams * (length + 1)];
        for (var stream = 0; stream < Streams; stream++)
        {
            for (var at = 0; at <= length; at++)
            {
                rows[(stream * (length + 1)) + at] = ids[(stream * length) + at];
            }
        }

        _tokens = tensor(rows, [Streams, length + 1]).DetachFromDisposeScope();
        Length = length;
    }

    public int Streams { get; }

    /// <summary>Characters to predict in each stream.</summary>
    public int Length { get; }

    /// <summary>Pieces in a pass.</summary>
    public int Pieces => (Length + _steps - 1) / _steps;

    /// <summary>Input and target of a piece, <c>[streams, time]</c> each; the target is the input one character on. The last piece is shorter.</summary>
    public (Tensor Input, Tensor Target) Piece(int piece)
    {
        var start = piece * _steps;
        var time = Math.Min(_steps, Length - start);
        return (_tokens.narrow(1, start, time), _tokens.narrow(1, start + 1, time));
    }

    public void Dispose() => _tokens.Dispose();
}
