using CsCheck;
using Telenovela.Engine.Novelty;

namespace Telenovela.Tests.Engine.Novelty;

public sealed class LongestCopyTests
{
    [Theory]
    [InlineData("", "abc", 0)]
    [InlineData("abc", "", 0)]
    [InlineData("abc", "xabcx", 3)]
    [InlineData("Mi hijo ha vuelto.", "Dicen que mi hijo ha muerto.", 10)]
    [InlineData("aaaa", "aa", 2)]
    public void Finds_The_Longest_Run_That_Both_Share(string text, string source, int expected) => Assert.Equal(expected, LongestCopy.Of(text, source));

    [Fact]
    public void Finds_What_Trying_Everything_Finds() => Gen.Select(Letters(24), Letters(60)).Sample((text, source) => LongestCopy.Of(text, source) == Slowly(text, source));

    private static Gen<string> Letters(int most) => Gen.Char["abc"].Array[0, most].Select(letters => new string(letters));

    private static int Slowly(string text, string source) =>
        (from start in Enumerable.Range(0, text.Length)
         from length in Enumerable.Range(1, text.Length - start)
         where source.Contains(text.Substring(start, length), StringComparison.Ordinal)
         select length).DefaultIfEmpty(0).Max();
}
