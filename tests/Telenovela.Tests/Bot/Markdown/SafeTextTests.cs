using CsCheck;
using Telenovela.Bot.Markdown;

namespace Telenovela.Tests.Bot.Markdown;

public sealed class SafeTextTests
{
    private const int Most = 60;

    /// <summary>Pieces that are dangerous together, and letters between them.</summary>
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Of("@", "everyone", "here", "<", ">", "@!", "#", "123456", ":", "/", "//", "https", "http://", ".", "com", "discord", ".gg", "discord.gg/", "[", "](", ")", "*", "**",
            "_", "`", "```", "|", "||", "~", "\\", "\n", " ", "- ", "1.", "-# ", "\u200b", "\u202e", "\u2066", "\u0301", "\ud83c", "\udf39", "\u3164", "e", "＠", "：", "／"),
        Gen.String[0, 3]);

    private static readonly Gen<string> Texts = Gen.OneOf(Pieces.Array[0, 14].Select(string.Concat), Of([.. HostileTexts.All]), Gen.String);

    [Fact]
    public void Leaves_Nothing_Alive_When_Texts_Are_Hostile()
    {
        Assert.True(HostileTexts.All.Count >= 200);
        Assert.All(HostileTexts.All, AssertHarmless);
    }

    [Fact]
    public void Leaves_Nothing_Alive_When_Texts_Are_Put_Together_At_Random() => Texts.Sample(AssertHarmless);

    [Fact]
    public void Stays_Within_The_Limit_When_There_Is_One() => Gen.Select(Texts, Gen.Int[0, 40]).Sample((text, most) =>
    {
        foreach (var way in new Func<string, int, string>[] { SafeText.Block, SafeText.Inline, SafeText.Plain, SafeText.Code })
        {
            Assert.True(way(text, most).Length <= most);
        }
    });

    [Fact]
    public void Changes_Nothing_More_When_Plain_Text_Goes_Through_Again() =>
        Texts.Sample(text => Assert.Equal(SafeText.Plain(text), SafeText.Plain(SafeText.Plain(text))));

    [Theory]
    [InlineData("MARISOL: ¡No te vayas! (llora) Son las 3:45, ¿y qué?")]
    [InlineData("I paid $3,000 in 1997; e.g. to Mr. Ortiz. No... wait.No!")]
    [InlineData("Año nuevo, coração, naïve, Ωmega, 世界, 👋🏽 ❤️ 🇲🇽")]
    public void Shows_Every_Letter_When_A_Text_Is_Harmless(string text)
    {
        Assert.Equal(text, SafeText.Plain(text));
        Assert.Equal(text, DiscordMarkdown.Unescape(SafeText.Block(text)));
    }

    [Theory]
    [InlineData("look at https://example.com.", "look at https\uff1a//example·com.")]
    [InlineData("discord.gg/abc", "discord·gg/abc")]
    [InlineData("@everyone", "＠everyone")]
    [InlineData("<@1>", "‹@1>")]
    [InlineData("a\u202eb\u200bc", "abc")]
    public void Takes_The_Life_Out_When_A_Text_Links_Or_Pings(string text, string expected) => Assert.Equal(expected, SafeText.Plain(text));

    [Theory]
    [InlineData("../../etc/passwd", "etc_passwd.json")]
    [InlineData("\u202egnp.exe", "gnp_exe.json")]
    [InlineData("", "untitled.json")]
    public void Makes_A_Plain_Name_When_A_File_Is_Named_After_A_Text(string text, string expected) => Assert.Equal(expected, SafeText.FileName(text, ".json"));

    [Fact]
    public void Makes_A_Plain_Name_When_A_File_Is_Named_After_Anything() =>
        Texts.Sample(text => Assert.Matches("^[a-z0-9_]{1,60}\\.json$", SafeText.FileName(text, ".json")));

    private static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static void AssertHarmless(string text)
    {
        Assert.Empty(LiveText.InMarkdown(SafeText.Block(text)));
        Assert.Empty(LiveText.InMarkdown(SafeText.Block(text, Most)));
        var inline = SafeText.Inline(text);
        Assert.DoesNotContain('\n', inline);
        Assert.Empty(LiveText.InMarkdown(inline));
        var plain = SafeText.Plain(text);
        Assert.DoesNotContain('\n', plain);
        Assert.Empty(LiveText.In(plain));
        Assert.Empty(LiveText.In(SafeText.Plain(text, Most)));
        var code = SafeText.Code(text);
        Assert.Empty(LiveText.In(code));
        Assert.Equal(code.Length == 0 ? 0 : 2, code.Count(letter => letter == '`'));
    }
}
