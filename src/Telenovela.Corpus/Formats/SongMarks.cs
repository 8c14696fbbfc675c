using System.Buffers;

namespace Telenovela.Corpus.Formats;

/// <summary>The signs by which captions mark songs.</summary>
internal static class SongMarks
{
    /// <summary>The signs: quarter note, eighth note, beamed notes, and the sharp that some type instead.</summary>
    public const string Signs = "\u2669\u266a\u266b\u266c\u266f\u266d";

    private static readonly SearchValues<char> Any = SearchValues.Create(Signs);

    /// <summary>Whether a text holds song marks.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>True if there is at least one.</returns>
    public static bool AreIn(string text) => text.AsSpan().ContainsAny(Any);

    /// <summary>Replaces song marks by spaces.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text without them.</returns>
    public static string Remove(string text)
    {
        if (!AreIn(text))
        {
            return text;
        }

        return string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Signs.Contains(from[i], StringComparison.Ordinal) ? ' ' : from[i];
            }
        });
    }
}
