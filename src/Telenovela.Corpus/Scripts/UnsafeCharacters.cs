using System.Globalization;
using System.Text;

namespace Telenovela.Corpus.Scripts;

/// <summary>Characters that are not what they look like: some turn the reading direction, some take no room, some pile up.</summary>
public static class UnsafeCharacters
{
    /// <summary>The most combining marks on one letter that any living script needs after composition.</summary>
    public const int MostMarks = 3;

    /// <summary>
    /// Whether a character embeds, overrides or isolates a reading direction, or marks one (Unicode Standard Annex 9, section 2).
    /// </summary>
    /// <param name="rune">A character.</param>
    public static bool IsBidirectionalControl(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>
    /// Whether a character shows nothing: format characters, fillers, variation selectors, tags, blanks that aren't white space. The
    /// selector for coloured emoji (U+FE0F) is harmless and not among them.
    /// </summary>
    /// <param name="rune">A character.</param>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ||
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164 or 0xFFA0 or
            (>= 0xFE00 and <= 0xFE0E) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Whether a character combines with the one before it.</summary>
    /// <param name="rune">A character.</param>
    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or
            UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether a character ends a line wherever text is shown.</summary>
    /// <param name="rune">A character.</param>
    public static bool IsLineEnd(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;
}
