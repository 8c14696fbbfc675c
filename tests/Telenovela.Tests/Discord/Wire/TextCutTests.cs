using System.Text;
using CsCheck;
using Telenovela.Discord.Wire;

namespace Telenovela.Tests.Discord.Wire;

public sealed class TextCutTests
{
    [Theory]
    [InlineData("amor", 4, "amor")]
    [InlineData("amor y celos", 10, "amor y…")]
    [InlineData("amor  y celos", 7, "amor…")]
    [InlineData("sinespacios", 5, "sine…")]
    [InlineData("ab\U0001F469\u200D\U0001F467cd", 6, "ab…")]
    [InlineData("\U0001F469\U0001F467", 2, "…")]
    [InlineData("ab", 1, "…")]
    public void Cuts_At_A_Word_Or_Character_When_Text_Is_Too_Long(string text, int limit, string expected) =>
        Assert.Equal(expected, TextCut.At(text, limit));

    [Fact]
    public void Closes_The_Code_Block_When_The_Cut_Opens_One() =>
        Assert.Equal("```\nuno dos tres cuatro cinco…\n```", TextCut.At("```\nuno dos tres cuatro cinco seis siete\n```", 35));

    [Fact]
    public void Stays_Whole_And_Within_The_Limit_When_Text_Is_Arbitrary()
    {
        var pieces = new[] { "amor", " ", "\n", "```", "é", "e\u0301", "\U0001F469\u200D\U0001F467", "ñ", "…", "\t" };
        var text = Gen.Int[0, pieces.Length - 1].Array[0, 60].Select(ids => string.Concat(ids.Select(id => pieces[id])));

        Gen.Select(text, Gen.Int[1, 80]).Sample(
            (full, limit) =>
            {
                var cut = TextCut.At(full, limit);
                Assert.True(cut.Length <= limit);
                Assert.Equal(full.Length <= limit, cut == full);
                Assert.Equal(cut, new UTF8Encoding(false, true).GetString(new UTF8Encoding(false, true).GetBytes(cut)));
            },
            iter: 20_000, threads: 2);
    }
}
