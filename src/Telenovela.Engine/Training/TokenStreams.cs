using Telenovela.Engine.Training.Lstm;

namespace Telenovela.Engine.Training;

/// <summary>
/// A text laid out in parallel streams: stream s holds the s-th stretch of it, and all are read side by side, piece after piece,
/// so that each stream's state carries over from one piece to the next.
/// </summary>
internal sealed class TokenStreams
{
    private readonly int[] _ids;
    private readonly int _steps;

    /// <summary>Lays out; a text too short for the wish gets fewer streams.</summary>
    /// <param name="ids">The text.</param>
    /// <param name="streams">Streams wished for.</param>
    /// <param name="steps">Length of a piece.</param>
    public TokenStreams(int[] ids, int streams, int steps)
    {
        _ids = ids;
        Streams = Math.Clamp((ids.Length - 1) / Math.Max(2, steps), 1, streams);
        Length = (ids.Length - 1) / Streams;
        _steps = Math.Min(steps, Length);
    }

    public int Streams { get; }

    /// <summary>Tokens to predict in each stream.</summary>
    public int Length { get; }

    /// <summary>Pieces in a pass.</summary>
    public int Pieces => (Length + _steps - 1) / _steps;

    /// <summary>A piece; its targets are its inputs one token on. The last piece is shorter.</summary>
    public TokenPiece Piece(int piece)
    {
        var start = piece * _steps;
        var time = Math.Min(_steps, Length - start);
        var (inputs, targets) = (new int[time * Streams], new int[time * Streams]);
        for (var stream = 0; stream < Streams; stream++)
        {
            for (var step = 0; step < time; step++)
            {
                var at = (stream * Length) + start + step;
                inputs[(step * Streams) + stream] = _ids[at];
                targets[(step * Streams) + stream] = _ids[at + 1];
            }
        }

        return new TokenPiece(inputs, targets, Streams);
    }
}
