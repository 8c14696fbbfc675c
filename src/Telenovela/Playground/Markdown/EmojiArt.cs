using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Telenovela.Playground.Markdown;

/// <summary>Drawings of the emoji that the bot uses, since many machines have no font for them. Others stay text.</summary>
internal static class EmojiArt
{
    /// <summary>Asks for the colourful form of a character that has a plain one, too.</summary>
    private const char VariationSelector = '\uFE0F';

    private const string Hand =
        "M7 13V6a1.5 1.5 0 0 1 3 0v5M10 11V4a1.5 1.5 0 0 1 3 0v7M13 11V5a1.5 1.5 0 0 1 3 0v7M16 12V8a1.5 1.5 0 0 1 3 0v7" +
        "c0 4-2.5 6-6 6-3 0-4.5-1.5-6-4l-3-4.5c-.8-1.4 1-2.6 2-1.5l1 2";

    /// <summary>By the emoji without its variation selector: a path on 24 by 24, and a class for its colour.</summary>
    private static readonly Dictionary<string, (string Path, string Colour)> Drawings = new()
    {
        ["👍"] = ("M3 11h4v10H3zM7 11l4-8c2 0 3 1.5 2.5 3.5L13 10h6c1.5 0 2.3 1.2 2 2.5L19.4 19c-.3 1.2-1.2 2-2.4 2H7", ""),
        ["👎"] = ("M3 13h4V3H3zM7 13l4 8c2 0 3-1.5 2.5-3.5L13 14h6c1.5 0 2.3-1.2 2-2.5L19.4 5c-.3-1.2-1.2-2-2.4-2H7", ""),
        ["🚩"] = ("M5 22V3M5 4h13l-3.5 4.5L18 13H5", "bad"),
        ["✏"] = ("M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5", ""),
        ["✍"] = ("M4 17l1-3.5L14.5 4 18 7.5 8.5 17zM4 21h16", ""),
        ["⏭"] = ("M3 5l8 7-8 7zM11 5l8 7-8 7zM21 5v14", ""),
        ["▶"] = ("M6 4l14 8-14 8z", ""),
        ["🔁"] = ("M4 11V9a3 3 0 0 1 3-3h13M17 3l3 3-3 3M20 13v2a3 3 0 0 1-3 3H4M7 21l-3-3 3-3", ""),
        ["🔄"] = ("M20 11a8 8 0 0 0-14-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4l2-2M20 20v-5h-5", ""),
        ["↩"] = ("M9 5l-5 5 5 5M4 10h11a5 5 0 0 1 0 10h-3", ""),
        ["✅"] = ("M4 4h16v16H4zM8 12l3 3 5.5-6.5", "good"),
        ["✔"] = ("M4 12.5l5 5L20 6.5", "good"),
        ["❌"] = ("M5 5l14 14M19 5L5 19", "bad"),
        ["✖"] = ("M5 5l14 14M19 5L5 19", ""),
        ["⏳"] = ("M6 3h12M6 21h12M7 3c0 5 5 6 5 9 0-3 5-4 5-9M7 21c0-5 5-6 5-9 0 3 5 4 5 9", "care"),
        ["⚠"] = ("M12 3l10 18H2zM12 10v5M12 18v.01", "care"),
        ["✋"] = (Hand, "care"),
        ["▫"] = ("M9 9h6v6H9z", ""),
        ["👀"] = (
            "M7.5 5c-2.5 0-4 3-4 7s1.5 7 4 7 4-3 4-7-1.5-7-4-7zM16.5 5c-2.5 0-4 3-4 7s1.5 7 4 7 4-3 4-7-1.5-7-4-7zM8 13v2M17 13v2", ""),
        ["🎬"] = ("M3 10h18v11H3zM3.5 10L3 6l17-3 .7 4zM8 5l2 4M14 4l2 4", ""),
        ["💾"] = ("M4 4h13l3 3v13H4zM8 4v5h7V4M7 20v-7h10v7", ""),
        ["🎓"] = ("M2 9l10-5 10 5-10 5zM6 11.5V16c2 2.5 10 2.5 12 0v-4.5M21 9.5V15", ""),
        ["🗑"] = ("M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7", ""),
    };

    /// <summary>What an emoji with a drawing begins with.</summary>
    public static char[] FirstCharacters { get; } = [.. Drawings.Keys.Select(emoji => emoji[0]).Distinct()];

    /// <summary>The drawing of the emoji that a text begins with, as HTML; null where there is none.</summary>
    public static string? At(ReadOnlySpan<char> text, out int length)
    {
        foreach (var (emoji, (path, colour)) in Drawings)
        {
            if (text.StartsWith(emoji, StringComparison.Ordinal))
            {
                length = emoji.Length + (text.Length > emoji.Length && text[emoji.Length] == VariationSelector ? 1 : 0);
                return $"""<svg class="emoji-art {colour}" viewBox="0 0 24 24" role="img" aria-label="{emoji}"><path d="{path}" /></svg>""";
            }
        }

        length = 0;
        return null;
    }

    /// <summary>HTML of plain text with its emoji drawn.</summary>
    public static MarkupString InText(string text)
    {
        var html = new StringBuilder();
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (at >= from && At(text.AsSpan(at), out var length) is { } drawing)
            {
                html.Append(HtmlEncoder.Default.Encode(text[from..at])).Append(drawing);
                from = at + length;
            }
        }

        return (MarkupString)html.Append(HtmlEncoder.Default.Encode(text[from..])).ToString();
    }
}
