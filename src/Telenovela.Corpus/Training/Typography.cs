using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Training;

/// <summary>Reduces typography to the few characters that a character-level model should learn.</summary>
public static class Typography
{
    /// <summary>
    /// Makes quotes straight, dashes <c>--</c> (a hyphen between digits), an ellipsis three full stops, ligatures letters, and every space an
    /// ordinary one; leaves letters, accents and <c>¡¿</c> alone.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>One clean line in Unicode normalization form C (<see cref="PlainText.Clean"/>).</returns>
    public static string Plain(string text)
    {
        var clean = PlainText.Clean(text);
        if (clean.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return clean;
        }

        var plain = new StringBuilder(clean.Length + 8);
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            switch (c)
            {
                case '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2032' or '\u00b4' or '\u02bc' or '`':
                    plain.Append('\'');
                    break;
                case '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u2033' or '\u00ab' or '\u00bb':
                    plain.Append('"');
                    break;
                case '\u2010' or '\u2011' or '\u2212':
                    plain.Append('-');
                    break;
                case '\u2012' or '\u2013' when i > 0 && i + 1 < clean.Length && char.IsDigit(clean[i - 1]) && char.IsDigit(clean[i + 1]):
                    plain.Append('-');
                    break;
                case '\u2012' or '\u2013' or '\u2014' or '\u2015':
                    plain.Append("--");
                    break;
                case '\u2026':
                    plain.Append("...");
                    break;
                case '\ufb01':
                    plain.Append("fi");
                    break;
                case '\ufb02':
                    plain.Append("fl");
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        return plain.ToString();
    }
}
