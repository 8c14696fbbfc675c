using System.Net;
using System.Text;

namespace Telenovela.Corpus.Formats;

/// <summary>Mends what hand-made XML gets wrong about ampersands, so that a stray one doesn't end the reading.</summary>
internal static class XmlEntities
{
    private const int LongestName = 32;

    /// <summary>Replaces HTML's named characters by themselves and escapes ampersands that name nothing.</summary>
    /// <param name="xml">XML text.</param>
    /// <returns>Text with the same lines; the five entities that XML knows and numbered characters are left alone.</returns>
    public static string Mend(string xml)
    {
        var at = xml.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return xml;
        }

        var mended = new StringBuilder(xml.Length + 64);
        var from = 0;
        for (; at >= 0; at = xml.IndexOf('&', at + 1))
        {
            mended.Append(xml, from, at - from);
            var end = xml.IndexOf(';', at, Math.Min(xml.Length - at, LongestName));
            var name = end < 0 ? "" : xml[(at + 1)..end];
            if (name is "amp" or "lt" or "gt" or "quot" or "apos" || IsNumber(name))
            {
                from = at;
                continue;
            }

            var character = name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) ? WebUtility.HtmlDecode($"&{name};") : "";
            if (character.Length is 1 or 2)
            {
                mended.Append(character);
                from = end + 1;
            }
            else
            {
                mended.Append("&amp;");
                from = at + 1;
            }
        }

        return mended.Append(xml, from, xml.Length - from).ToString();
    }

    private static bool IsNumber(string name) =>
        name.Length > 1 && name[0] == '#' &&
        (name[1] is 'x' or 'X' ? name.Length > 2 && name.Skip(2).All(char.IsAsciiHexDigit) : name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
}
