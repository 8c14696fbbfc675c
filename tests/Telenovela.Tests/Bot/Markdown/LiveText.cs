using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Telenovela.Tests.Bot.Markdown;

/// <summary>What Discord would act on in a text that leaves the bot. Written from Discord's side, apart from what makes texts safe.</summary>
internal static class LiveText
{
    private static readonly (string What, Regex Pattern)[] Anywhere =
    [
        ("ping of everyone", new Regex(@"@ *(everyone|here)", RegexOptions.IgnoreCase)),
        ("mention", new Regex(@"<(@[!&]?|#)\d+>")),
        ("command", new Regex(@"</[^<>\n]+:\d+>")),
        ("navigation", new Regex(@"<id:\w+>")),
        ("timestamp", new Regex(@"<t:-?\d+")),
        ("emoji", new Regex(@"<a?:\w+:\d+>")),
        ("sound", new Regex(@"<sound:")),
        ("link", new Regex(@"[a-z][a-z0-9+.-]*://\S", RegexOptions.IgnoreCase)),
        ("invite", new Regex(@"discord(app)?\.(gg|gift|new|me|io|com/(invite|channels|api))(?![\w-])|dsc\.gg(?![\w-])", RegexOptions.IgnoreCase)),
        ("web address", new Regex(@"\bwww\.\w", RegexOptions.IgnoreCase)),
    ];

    /// <summary>What is alive, in markdown or elsewhere.</summary>
    public static IEnumerable<string> In(string raw)
    {
        foreach (var (what, pattern) in Anywhere)
        {
            if (pattern.Match(raw) is { Success: true } found)
            {
                yield return $"{what} “{found.Value}”";
            }
        }

        foreach (var rune in raw.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || (Rune.IsControl(rune) && rune.Value != '\n') || rune.Value is 0x2028 or 0x2029)
            {
                yield return $"U+{rune.Value:X4}";
            }
        }

        if (raw.Where(char.IsSurrogate).Count() != 2 * raw.EnumerateRunes().Count(rune => rune.Value > 0xFFFF))
        {
            yield return "half a pair";
        }

        if (Regex.IsMatch(raw, @"\p{M}{4}"))
        {
            yield return "piled marks";
        }
    }

    /// <summary>What is alive in markdown: all that, links behind words, formatting.</summary>
    public static IEnumerable<string> InMarkdown(string raw) => In(raw).Concat(Formatting(raw));

    private static IEnumerable<string> Formatting(string raw)
    {
        var bare = Regex.Replace(raw, @"\\[^a-zA-Z0-9\s]", "·");
        if (Regex.Match(bare, @"[*_~`|<>\[\]\\]") is { Success: true } sign)
        {
            yield return $"bare {sign.Value}";
        }

        if (Regex.IsMatch(bare, @"^[ \t]*(#{1,3} |-# |[-+*] |\d+\. )", RegexOptions.Multiline))
        {
            yield return "a heading, a list or small print";
        }

        if (Regex.IsMatch(bare, @":[A-Za-z0-9_+-]+:"))
        {
            yield return "an emoji code";
        }
    }
}
