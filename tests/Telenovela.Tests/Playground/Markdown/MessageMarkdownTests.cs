using CsCheck;
using Telenovela.Bot.Markdown;
using Telenovela.Playground.Markdown;

namespace Telenovela.Tests.Playground.Markdown;

public sealed class MessageMarkdownTests
{
    private static readonly string[] Pieces =
    [
        "<script>", "</script>", "<a href=", "](", "[x", "javascript:", "https://e.org/", "```", "||", "<t:1:R>", "<img onerror=", "\n", " ", "\"", "'",
        ">", "-# ", "> ", "1. ", "**", "</a b:1>", "&lt;", "\\",
    ];

    [Theory]
    [InlineData("**fat** *slanted* _too_ __under__ ~~gone~~", "<p><strong>fat</strong> <em>slanted</em> <em>too</em> <u>under</u> <del>gone</del></p>")]
    [InlineData("one\ntwo", "<p>one<br />\ntwo</p>")]
    [InlineData("||he is the twin||", "<p><span class=\"spoiler\" tabindex=\"0\">he is the twin</span></p>")]
    [InlineData("`a < b`", "<p><code>a &lt; b</code></p>")]
    [InlineData("-# small", "<p class=\"small-print\">small</p>")]
    [InlineData("# Scene", "<h1>Scene</h1>")]
    [InlineData("    (she weeps)", "<p>(she weeps)</p>")]
    [InlineData("title\n---", "<p>title<br />\n---</p>")]
    [InlineData("&lt;b&gt; &amp;", "<p>&amp;lt;b&amp;gt; &amp;amp;</p>")]
    [InlineData("[letter]: never came", "<p>[letter]: never came</p>")]
    [InlineData("<@700000000000000002> in <#700000000000000300>", "<p><span class=\"mention\">@Rafael</span> in <span class=\"mention\">#escenas</span></p>")]
    [InlineData("</telenovela generate:42>", "<p><button type=\"button\" class=\"mention\" data-command=\"telenovela generate\">/telenovela generate</button></p>")]
    [InlineData("<t:0:R>", "<p><time class=\"stamp\" datetime=\"1970-01-01T00:00:00Z\" data-style=\"R\">1970-01-01 00:00 UTC</time></p>")]
    [InlineData("<t:9999999999999:R>", "<p>&lt;t:9999999999999:R&gt;</p>")]
    [InlineData("<:rose:123>", "<p>:rose:</p>")]
    public void Writes_Discords_Dialect_When_Given_Markdown(string markdown, string html) =>
        Assert.Equal(html, MessageMarkdown.ToHtml(markdown).Trim());

    [Theory]
    [InlineData("[there](https://example.org/a?b=c)", "<p><a href=\"https://example.org/a?b=c\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">there</a></p>")]
    [InlineData("<https://example.org/>", "<p><a href=\"https://example.org/\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">https://example.org/</a></p>")]
    [InlineData("https://example.org/", "<p><a href=\"https://example.org/\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">https://example.org/</a></p>")]
    [InlineData("[there](javascript:alert(1))", "<p>there</p>")]
    [InlineData("[there](JaVaScRiPt:alert(1))", "<p>there</p>")]
    [InlineData("[there](data:text/html,x)", "<p>there</p>")]
    [InlineData("[there](//example.org)", "<p>there</p>")]
    [InlineData("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>")]
    [InlineData("<mailto:a@example.org>", "<p>&lt;mailto:a@example.org&gt;</p>")]
    [InlineData("![tracker](https://example.org/x.png)", "<p>!<a href=\"https://example.org/x.png\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">tracker</a></p>")]
    public void Links_To_The_Web_Only_When_Given_Links(string markdown, string html) =>
        Assert.Equal(html, MessageMarkdown.ToHtml(markdown).Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("**<b onmouseover=alert(1)>fat</b>**")]
    [InlineData("<div>\n\n<script>x</script>\n\n</div>")]
    [InlineData("```html\n<script>alert(1)</script>\n```")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("[x](https://example.org/\"onclick=\"alert(1))")]
    [InlineData("[x](https://example.org 'title\" onclick=\"alert(1)')")]
    [InlineData("<!-- --><svg/onload=alert(1)>")]
    [InlineData("</telenovela <script>:1>")]
    public void Shows_Html_As_Text_When_It_Is_Written(string markdown)
    {
        Assert.All([MessageMarkdown.ToHtml(markdown), MessageMarkdown.LineToHtml(markdown)], HtmlScan.AssertHarmless);
    }

    [Theory]
    [InlineData("- a\n***\n")]
    [InlineData("- a\n- ***\n- b")]
    [InlineData("1. a\n---\nb")]
    [InlineData("* * *")]
    [InlineData("- - -\n- x")]
    public void Draws_No_Rule_When_Dashes_Stand_In_A_List(string markdown) => HtmlScan.AssertHarmless(MessageMarkdown.ToHtml(markdown));

    [Fact]
    public void Writes_No_Foreign_Element_When_Given_Anything() =>
        Gen.OneOf(
                Gen.String[Gen.Char["<>/&\"'`*_~|[]()!#-:.= \nabscriptonjvhtp0"], 0, 80],
                Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 12].Select(string.Concat))
            .Sample(markdown => HtmlScan.AssertHarmless(MessageMarkdown.ToHtml(markdown)));

    [Fact]
    public void Shows_The_Very_Letters_When_The_Bot_Escaped_Them() =>
        Gen.String[Gen.Char["abc *_~`|<>[]()#-+@:\\/&1."], 1, 40].Select(text => "x" + text.Trim() + "x")
            .Where(text => !text.Contains("  ", StringComparison.Ordinal) && !text.Contains("www", StringComparison.Ordinal))
            .Sample(text => Assert.Equal(text, HtmlScan.TextOf(MessageMarkdown.ToHtml(DiscordMarkdown.Escape(text)))));

    [Fact]
    public void Keeps_Headings_And_Lists_As_Text_When_It_Is_One_Line() =>
        Assert.Equal("# 1. <strong>x</strong> - y", MessageMarkdown.LineToHtml("# 1. **x**\n- y"));
}
