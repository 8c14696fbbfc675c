using CsCheck;
using Telenovela.Bot.Markdown;

namespace Telenovela.Tests.Bot.Markdown;

public sealed class DiscordMarkdownTests
{
    [Theory]
    [InlineData("**not bold**", @"\*\*not bold\*\*")]
    [InlineData("MARISOL: no", "MARISOL: no")]
    [InlineData("@everyone", @"\@everyone")]
    [InlineData("https://discord.gg/x", @"https\://discord.gg/x")]
    [InlineData("- a list\n- of things - and more", "\\- a list\n\\- of things - and more")]
    [InlineData("<t:0:R> <@1>", @"\<t\:0\:R\> \<\@1\>")]
    public void Escapes_What_Would_Format_When_It_Stands_There(string text, string expected) =>
        Assert.Equal(expected, DiscordMarkdown.Escape(text));

    [Fact]
    public void Returns_The_Text_When_Escaped_Text_Is_Unescaped() =>
        Gen.String.Sample(text => Assert.Equal(text, DiscordMarkdown.Unescape(DiscordMarkdown.Escape(text))));

    [Fact]
    public void Leaves_No_Bare_Asterisk_When_Anything_Is_Escaped() =>
        Gen.String[Gen.Char["*\\a\n"], 0, 20].Sample(text =>
        {
            var escaped = DiscordMarkdown.Escape(text);
            for (var at = 0; at < escaped.Length; at++)
            {
                if (escaped[at] == '\\')
                {
                    at++;
                }
                else
                {
                    Assert.NotEqual('*', escaped[at]);
                }
            }
        });
}
