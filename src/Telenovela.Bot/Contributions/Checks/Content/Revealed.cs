using System.Collections.Frozen;
using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>
/// What a reader takes a text for: invisible characters gone, wide, ringed and mathematical letters as plain ones (Unicode
/// normalization form KC), and Cyrillic and Greek letters that look Latin as Latin. For finding things only; never shown or stored.
/// </summary>
public static class Revealed
{
    /// <summary>Pairs of a sign and the one it is taken for: Cyrillic, Greek, others.</summary>
    private static readonly FrozenDictionary<char, char> Lookalikes = Pairs(
        "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0445x\u0443y\u0456i\u0458j\u0455s\u0501d\u04BBh\u04CFl\u043Ak\u043Cm\u0442t\u043Dh\u0433r\u051Bq\u051Dw\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0425X\u0423Y\u0406I\u0408J\u0405S" +
        "\u03B1a\u03B2b\u03B5e\u03B9i\u03BAk\u03BDv\u03BFo\u03C1p\u03C4t\u03C5u\u03C7x\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X" +
        "\u0261g\u0131i\u0251a\u3002.\u2010-\u2011-\u2215/\u2044/\u29F8/\u0589:");

    /// <summary>Reveals a text.</summary>
    /// <param name="text">Any string.</param>
    /// <returns>The text as it reads.</returns>
    public static string Of(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!UnsafeCharacters.IsInvisible(rune))
            {
                visible.Append(rune);
            }
        }

        var plain = Compatible(visible.ToString()).ToCharArray();
        for (var at = 0; at < plain.Length; at++)
        {
            if (Lookalikes.TryGetValue(plain[at], out var latin))
            {
                plain[at] = latin;
            }
        }

        return new string(plain);
    }

    private static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static FrozenDictionary<char, char> Pairs(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToFrozenDictionary(index => pairs[2 * index], index => pairs[(2 * index) + 1]);
}
