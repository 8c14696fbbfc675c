using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>Shortens what a report quotes.</summary>
internal static class Excerpt
{
    /// <summary>The beginning of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>At most 40 characters on one line.</returns>
    public static string Of(string text)
    {
        var clean = PlainText.Clean(text.AsSpan(0, Math.Min(text.Length, 200)));
        return clean.Length <= 40 ? clean : clean[..39] + "\u2026";
    }
}
