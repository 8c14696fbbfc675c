namespace Telenovela.Engine.Sampling;

/// <summary>Where a text can end.</summary>
public static class TextEnd
{
    /// <summary>How far a text may be from the length that was asked for, as a share of it.</summary>
    public const double Slack = 0.2;

    /// <summary>Whether the last characters end a sentence or a line.</summary>
    /// <param name="text">A text, or its end.</param>
    public static bool IsSentenceEnd(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("\n"))
        {
            return true;
        }

        text = text.TrimEnd("\"')");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '…';
    }

    /// <summary>
    /// Cuts a text that is longer than <paramref name="most"/> characters, or stops in mid-sentence, back to its last whole sentence;
    /// where there is none, to its last whole word. A name, which is what lines begin with, isn't left at the end with nothing behind it.
    /// </summary>
    internal static string Cut(string text, int most, IReadOnlyList<string> starts)
    {
        text = text.Length > most ? text[..most] : text;
        var end = text.Length;
        while (end > 0 && !(IsSentenceEnd(text.AsSpan(0, end)) && (end == text.Length || char.IsWhiteSpace(text[end]))))
        {
            end--;
        }

        if (end == 0)
        {
            end = text.Length;
            while (end > 0 && !char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            end = end == 0 ? text.Length : end;
        }

        var cut = text[..end].TrimEnd();
        var line = cut.LastIndexOf('\n') + 1;
        return starts.Any(start => start.TrimEnd() == cut[line..]) ? cut[..line].TrimEnd() : cut;
    }
}
