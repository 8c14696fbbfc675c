using System.Reflection;
using System.Text.RegularExpressions;
using Telenovela.Playground.Markdown;

namespace Telenovela.Tests.Playground.Markdown;

public sealed partial class EmojiArtTests
{
    [Fact]
    public void Has_A_Drawing_Of_Every_Emoji_That_The_Bot_Writes()
    {
        var bot = Path.Combine(Root, "src", "Telenovela.Bot");
        var written = Directory.EnumerateFiles(bot, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".resx", StringComparison.Ordinal))
            .SelectMany(file => Emoji().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct().ToList();

        Assert.Contains("👍", written);
        Assert.DoesNotContain(written, emoji => EmojiArt.At(emoji, out _) is null);
    }

    [Theory]
    [InlineData("✍️ mine", 2)]
    [InlineData("👍👎", 2)]
    [InlineData("▶", 1)]
    public void Takes_The_Whole_Emoji_When_It_Has_A_Variation_Selector(string text, int length)
    {
        Assert.NotNull(EmojiArt.At(text, out var taken));
        Assert.Equal(length, taken);
    }

    [Fact]
    public void Leaves_Other_Text_As_It_Is()
    {
        Assert.Equal("&lt;b&gt; 1 &#x1F98A; ", EmojiArt.InText("<b> 1 🦊 ").Value);
        Assert.Matches("^a<svg [^<]*<path [^<]*</svg>b$", EmojiArt.InText("a✏️b").Value);
    }

    private static string Root => typeof(EmojiArtTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    [GeneratedRegex(@"[\u2600-\u27BF\u23E9-\u23FA\u2B00-\u2BFF\u25A0-\u25FF]|.\uFE0F|\uD83C[\uDC00-\uDFFF]|[\uD83D\uD83E][\uDC00-\uDFFF]")]
    private static partial Regex Emoji();
}
