namespace Telenovela.Engine.Training;

/// <summary>
/// The tokens of each epoch. A text of many works is cut into pieces of some lines, which are shuffled anew for every pass: in the
/// order of the files a model forgets one kind of text while it reads another.
/// </summary>
internal sealed class EpochText
{
    private readonly int[] _ids;
    private readonly List<Range> _pieces;
    private readonly long _seed;
    private readonly int _epochTokens;

    /// <summary>Takes a whole text, as tokens and as characters; the options say how long an epoch and a piece are.</summary>
    public EpochText(int[] ids, string text, Func<int, string> decode, TrainingOptions options)
    {
        _ids = ids;
        _seed = options.Seed;
        _pieces = options.PieceLines == 0 ? [0..ids.Length] : Cut(ids, decode, options);
        _epochTokens = options.EpochCharacters is { } characters
            ? (int)Math.Clamp(characters * (double)ids.Length / text.Length, 2, int.MaxValue)
            : ids.Length;
    }

    /// <summary>Tokens in an epoch.</summary>
    public int Length => _epochTokens;

    /// <summary>
    /// The tokens of an epoch, from 1: it goes on where the one before ended, and passes begin anew when all pieces were read.
    /// </summary>
    public int[] Epoch(int epoch)
    {
        if (_pieces.Count == 1 && _epochTokens == _ids.Length)
        {
            return _ids;
        }

        var tokens = new int[_epochTokens];
        var skip = (long)(epoch - 1) * _epochTokens;
        var pass = skip / _ids.Length;
        skip %= _ids.Length;
        for (var filled = 0; filled < tokens.Length; pass++)
        {
            foreach (var piece in Shuffled(pass))
            {
                var (start, length) = piece.GetOffsetAndLength(_ids.Length);
                var left = (int)Math.Min(skip, length);
                skip -= left;
                var count = Math.Min(length - left, tokens.Length - filled);
                _ids.AsSpan(start + left, count).CopyTo(tokens.AsSpan(filled));
                filled += count;
                if (filled == tokens.Length)
                {
                    break;
                }
            }
        }

        return tokens;
    }

    /// <summary>After the given number of lines a piece ends with the next empty line behind which another may begin.</summary>
    private static List<Range> Cut(int[] ids, Func<int, string> decode, TrainingOptions options)
    {
        var pieces = new List<Range>();
        var (start, count, emptyLine) = (0, 0, false);
        for (var at = 0; at < ids.Length; at++)
        {
            if (decode(ids[at]) != "\n")
            {
                emptyLine = false;
                continue;
            }

            count++;
            if (count >= options.PieceLines && emptyLine && at + 1 < ids.Length
                && decode(ids[at + 1]).StartsWith(options.PieceStart, StringComparison.Ordinal))
            {
                pieces.Add(start..(at + 1));
                (start, count) = (at + 1, 0);
            }

            emptyLine = true;
        }

        if (start < ids.Length)
        {
            pieces.Add(start..ids.Length);
        }

        return pieces;
    }

    private List<Range> Shuffled(long pass)
    {
        List<Range> pieces = [.. _pieces];
        if (pieces.Count > 1)
        {
            new Random((int)((_seed * 7919) + pass)).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pieces));
        }

        return pieces;
    }
}
