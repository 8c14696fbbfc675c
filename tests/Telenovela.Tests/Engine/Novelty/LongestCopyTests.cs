using System.Diagnostics;
using CsCheck;
using Telenovela.Engine.Novelty;

namespace Telenovela.Tests.Engine.Novelty;

public sealed class LongestCopyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "abc", 0)]
    [InlineData("abc", "", 0)]
    [InlineData("abc", "xabcx", 3)]
    [InlineData("Mi hijo ha vuelto.", "Dicen que mi hijo ha muerto.", 10)]
    [InlineData("aaaa", "aa", 2)]
    public void Finds_The_Longest_Run_That_Both_Share(string text, string source, int expected) => Assert.Equal(expected, LongestCopy.Of(text, source, Stop));

    [Fact]
    public void Finds_What_Trying_Everything_Finds() => Gen.Select(Letters(24), Letters(60)).Sample((text, source) => LongestCopy.Of(text, source, Stop) == Slowly(text, source));

    [Fact]
    public void Finds_It_For_Each_Of_Some_Texts_When_They_Share_Much() => Gen.Select(Letters(16).List[0, 6], Letters(80)).Sample((texts, source) =>
        LongestCopy.Of(texts, source, Stop).SequenceEqual(texts.Select(text => Slowly(text, source))));

    [Fact]
    public void Counts_Halves_Of_A_Pair_As_Any_Others() => Gen.Select(Halves(12).List[1, 4], Halves(40)).Sample((texts, source) =>
        LongestCopy.Of(texts, source, Stop).SequenceEqual(texts.Select(text => Slowly(text, source))));

    [Fact]
    public void Stops_When_Asked_To() =>
        Assert.Throws<OperationCanceledException>(() => LongestCopy.Of("abc", new string('b', 100_000), new CancellationToken(canceled: true)));

    /// <summary>Searching the source anew for every text would take minutes.</summary>
    [Fact]
    public void Reads_A_Long_Source_Once_For_All_Texts()
    {
        var random = new Random(4);
        var source = string.Create(2_000_000, random, (letters, with) =>
        {
            for (var at = 0; at < letters.Length; at++)
            {
                letters[at] = (char)('a' + (with.Next(26) * with.Next(26) / 26));
            }
        });
        List<string> texts = [.. Enumerable.Range(1, 64).Select(at => string.Concat(source.AsSpan(at * 20_000, 10 * at), new string('#', 800 - (10 * at))))];

        var clock = Stopwatch.StartNew();
        var longest = LongestCopy.Of(texts, source, Stop);

        Assert.Equal(texts.Select((_, at) => 10 * (at + 1)), longest);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.Elapsed.TotalMilliseconds:0} ms");
    }

    private static Gen<string> Halves(int most) => Gen.Char["a\ud83d\ude00\ude01"].Array[0, most].Select(letters => new string(letters));

    private static Gen<string> Letters(int most) => Gen.Char["abc"].Array[0, most].Select(letters => new string(letters));

    private static int Slowly(string text, string source) =>
        (from start in Enumerable.Range(0, text.Length)
         from length in Enumerable.Range(1, text.Length - start)
         where source.Contains(text.Substring(start, length), StringComparison.Ordinal)
         select length).DefaultIfEmpty(0).Max();
}
