using Telenovela.Engine.Novelty;

namespace Telenovela.Tests.Engine.Novelty;

public sealed class CopyIndexTests
{
    private static readonly CopyIndex Index = new(
    [
        ("one", "MARISOL: You came back, Esteban. After all these years!"),
        ("two", "I never burned the letter; I hid it in the clock."),
    ]);

    [Theory]
    [InlineData("you came back esteban", 21, "one")]
    [InlineData("And she said: \"You CAME back -- Esteban!\"", 21, "one")]
    [InlineData("He hid it in the clock tower.", 19, "two")]
    [InlineData("Nothing of the kind.", 0, "")]
    [InlineData("", 0, "")]
    public void Finds_The_Longest_Span_When_Case_And_Punctuation_Differ(string text, int length, string source) =>
        Assert.Equal(new CopiedSpan(length, source), Index.Find(text));

    [Fact]
    public void Finds_No_Span_Across_Sources() => Assert.Equal(21, Index.Find("after all these years I never burned").Length);

    [Fact]
    public void Finds_What_Trying_Everything_Finds()
    {
        var random = new Random(3);
        string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "ab"[random.Next(2)]));
        for (var round = 0; round < 200; round++)
        {
            var (source, text) = (Letters(300), Letters(60));
            var longest = Enumerable.Range(0, text.Length)
                .SelectMany(start => Enumerable.Range(1, text.Length - start).Select(length => text.Substring(start, length)))
                .Where(span => source.Contains(span, StringComparison.Ordinal)).Max(span => span.Length);

            Assert.Equal(longest < CopyIndex.Shortest ? 0 : longest, new CopyIndex([("x", source)]).Find(text).Length);
        }
    }
}
