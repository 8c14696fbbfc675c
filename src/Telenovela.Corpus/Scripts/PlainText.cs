using System.Globalization;
using System.Text;

namespace Telenovela.Corpus.Scripts;

/// <summary>The form in which all text of the script model is kept: one line, single spaces, composed accents, nothing invisible.</summary>
public static class PlainText
{
    /// <summary>Brings text into that form.</summary>
    /// <param name="text">Any string, even one with half a surrogate pair.</param>
    /// <returns>
    /// The text in Unicode normalization form C with every run of white space and control characters as one space, without format
    /// characters (zero-width spaces, direction marks, soft hyphens) and without space at its ends. Cleaning twice changes nothing more.
    /// </returns>
    public static string Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = true;
                continue;
            }

            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                continue;
            }

            if (space && clean.Length > 0)
            {
                clean.Append(' ');
            }

            space = false;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else
            {
                clean.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
            }
        }

        return Compose(clean.ToString());
    }

    /// <summary>Composes accents (Unicode normalization form C).</summary>
    /// <param name="text">Well-formed text.</param>
    /// <returns>The composed text, or the text itself where it can't be composed.</returns>
    internal static string Compose(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Code points that the platform's tables refuse (non-characters on some systems) have nothing to compose.
            return text;
        }
    }
}
