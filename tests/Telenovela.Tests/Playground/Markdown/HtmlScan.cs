using System.Net;
using System.Text.RegularExpressions;

namespace Telenovela.Tests.Playground.Markdown;

/// <summary>Reads HTML strictly: knows the elements and attributes that a message may have, and nothing else.</summary>
internal static partial class HtmlScan
{
    private static readonly HashSet<string> Elements =
        ["p", "br", "strong", "em", "u", "del", "span", "code", "pre", "a", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "time", "button"];

    private static readonly HashSet<string> Attributes =
        ["class", "tabindex", "href", "rel", "target", "datetime", "data-style", "data-command", "type", "start"];

    public static void AssertHarmless(string html)
    {
        foreach (Match tag in Tag().Matches(html))
        {
            Assert.Contains(tag.Groups["name"].Value, Elements);
            foreach (Match attribute in Attribute().Matches(tag.Groups["attributes"].Value))
            {
                Assert.Contains(attribute.Groups["name"].Value, Attributes);
                if (attribute.Groups["name"].Value == "href")
                {
                    Assert.Matches("^https?://", attribute.Groups["value"].Value);
                    Assert.Contains("rel=\"noopener noreferrer nofollow\"", tag.Value, StringComparison.Ordinal);
                }
            }

            Assert.Equal("", Attribute().Replace(tag.Groups["attributes"].Value, "").Trim(' ', '/'));
        }

        // Whatever isn't one of those tags holds no bracket that could open another.
        Assert.DoesNotContain('<', Tag().Replace(html, ""));
    }

    public static string TextOf(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    [GeneratedRegex("</?(?<name>[a-z0-9]+)(?<attributes>(?:\\s+[a-z-]+=\"[^\"<>]*\")*\\s*/?)>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Attribute();
}
