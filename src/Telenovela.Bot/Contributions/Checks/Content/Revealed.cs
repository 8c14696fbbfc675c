using System.Collections.Frozen;
using System.Text;
using Telenovela.Bot.Markdown;

namespace Telenovela.Bot.Contributions.Checks.Content;

/// <summary>
/// What a reader takes a text for: invisible characters gone, wide, ringed and mathematical letters as plain ones (Unicode
/// normalization form KC), and Cyrillic and Greek letters that look Latin as Latin. For finding things only; never shown or stored.
/// </summary>
public static class Revealed
{
    private static readonly FrozenDictionary<char, char> Lookalikes = Pairs(
        "аabеeоoрpсcхxуyіiјjѕsԁdһhӏlкkмmтtвbнnгrԛqԝwАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSαaβbεeιiκkνvοoρpτtυuχxΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXɡgıiɑaǃ!։:。.․.‐-‑-–-∕/⁄/⧸/");

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
