using System.Globalization;

namespace Telenovela.Discord.Wire;

/// <summary>Shortens texts that are too long for Discord.</summary>
public static class TextCut
{
    private const string Ellipsis = "…";
    private const string Fence = "```";
    private const string FenceClosed = "…\n```";

    /// <summary>
    /// The text itself if it fits, else its beginning up to a word's end with an ellipsis. Never splits what is read as one
    /// character, and closes a code block that the cut left open.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">Most UTF-16 code units of the result, the closing included. Discord counts code points, which are never more.</param>
    public static string At(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var kept = Keep(text, limit - Ellipsis.Length);
        return !LeavesFenceOpen(kept) || limit < 2 * (Fence.Length + FenceClosed.Length)
            ? kept + Ellipsis[..Math.Min(limit, Ellipsis.Length)]
            : Keep(text, limit - FenceClosed.Length) is var inside && LeavesFenceOpen(inside) ? inside + FenceClosed : inside + Ellipsis;
    }

    /// <summary>As <see cref="At(string, int)"/>; null stays null.</summary>
    public static string? AtOrNull(string? text, int limit) => text is null ? null : At(text, limit);

    private static string Keep(string text, int room)
    {
        if (room <= 0)
        {
            return "";
        }

        // A word's end in the last third is worth the loss; a text without spaces is cut between characters.
        for (var at = room; at > room - (room / 3) - 1 && at > 0; at--)
        {
            if (char.IsWhiteSpace(text[at]) && text.AsSpan(0, at).TrimEnd().Length is var end and > 0)
            {
                return text[..end];
            }
        }

        var whole = 0;
        while (StringInfo.GetNextTextElementLength(text, whole) is var next && whole + next <= room)
        {
            whole += next;
        }

        return text[..(whole == 0 && !char.IsSurrogatePair(text, room - 1) ? room : whole)];
    }

    private static bool LeavesFenceOpen(string text)
    {
        var open = false;
        for (var at = 0; (at = text.IndexOf(Fence, at, StringComparison.Ordinal)) >= 0; at += Fence.Length)
        {
            open = !open;
        }

        return open;
    }
}
