namespace Telenovela.Engine.Tokenizers;

/// <summary>
/// Cuts text into the pieces that no token crosses: a word with the space before it (<c> don't</c>), a number, a run of punctuation, a line
/// feed. A name and its colon at the start of a line is a piece by itself where it is one of the speakers.
/// </summary>
internal static class TextPieces
{
    /// <summary>Longest speaker that is looked for, colon included.</summary>
    private const int LongestSpeaker = 40;

    /// <summary>Longest piece: no word is longer, and a row of dashes is cut.</summary>
    private const int LongestPiece = 64;

    /// <summary>
    /// Calls <paramref name="onPiece"/> with the start and length of every piece, in order, and whether it is a speaker; together they are
    /// the text. Speakers are names with their colons, <c>MARISOL:</c>.
    /// </summary>
    public static void Split(string text, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> speakers, Action<int, int, bool> onPiece)
    {
        for (var at = 0; at < text.Length;)
        {
            if ((at == 0 || text[at - 1] == '\n') && SpeakerAt(text, at, speakers) is > 0 and var speaker)
            {
                onPiece(at, speaker, true);
                at += speaker;
                continue;
            }

            var end = EndOf(text, at);
            onPiece(at, end - at, false);
            at = end;
        }
    }

    private static int SpeakerAt(string text, int at, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> speakers)
    {
        var line = text.AsSpan(at, Math.Min(LongestSpeaker, text.Length - at));
        var colon = char.IsLetter(line[0]) ? line.IndexOf(':') : -1;
        return colon > 0 && speakers.Contains(line[..(colon + 1)]) ? colon + 1 : 0;
    }

    private static int EndOf(string text, int at)
    {
        if (text[at] == '\n')
        {
            return at + 1;
        }

        // A single space belongs to what stands behind it.
        var start = text[at] == ' ' && at + 1 < text.Length && text[at + 1] is not (' ' or '\n') ? at + 1 : at;
        var kind = KindOf(text[start]);
        var end = start + 1;
        while (end < text.Length && (end - start < LongestPiece || char.IsLowSurrogate(text[end]))
            && (KindOf(text[end]) == kind || IsInnerApostrophe(text, end, kind)))
        {
            end++;
        }

        return end;
    }

    private static bool IsInnerApostrophe(string text, int at, PieceKind kind) =>
        kind == PieceKind.Word && text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static PieceKind KindOf(char character) =>
        char.IsLetter(character) ? PieceKind.Word
        : char.IsDigit(character) ? PieceKind.Number
        : char.IsWhiteSpace(character) ? character == '\n' ? PieceKind.LineFeed : PieceKind.Space
        : PieceKind.Punctuation;

    private enum PieceKind
    {
        Word,
        Number,
        Space,
        LineFeed,
        Punctuation,
    }
}
