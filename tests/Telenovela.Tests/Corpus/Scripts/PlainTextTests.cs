using CsCheck;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Corpus.Scripts;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  a \t\n b\u00a0c ", "a b c")]
    [InlineData("ni\u00adn\u0303o\u200b", "niño")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("a\0\u001bb", "a b")]
    public void Gives_One_Clean_Line_When_Text_Is_Not(string text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    /// <summary>Not a case above, since an attribute can't hold half a pair.</summary>
    [Fact]
    public void Replaces_Half_A_Surrogate_Pair() => Assert.Equal("a\ufffdb", PlainText.Clean("a\ud800b"));

    [Fact]
    public void Changes_Nothing_More_When_Cleaned_Twice() =>
        Gen.Char.Array[0, 40].Select(characters => new string(characters)).Sample(text =>
            Assert.Equal(PlainText.Clean(text), PlainText.Clean(PlainText.Clean(text))));
}
