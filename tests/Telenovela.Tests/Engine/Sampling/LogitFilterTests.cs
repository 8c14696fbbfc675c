using Telenovela.Engine.Sampling;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Tests.Engine.Sampling;

public sealed class LogitFilterTests
{
    // Probabilities of 0.4, 0.3, 0.2 and 0.1.
    private static readonly double[] Shares = [0.2, 0.4, 0.1, 0.3];

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(2, new[] { 1, 3 })]
    [InlineData(9, new[] { 0, 1, 2, 3 })]
    public void Keeps_The_Likeliest_When_They_Are_Counted(int count, int[] kept) =>
        Assert.Equal(kept, Kept(new SamplingSettings { TopK = count }));

    [Theory]
    [InlineData(0.3, new[] { 1 })]
    [InlineData(0.65, new[] { 1, 3 })]
    [InlineData(0.95, new[] { 0, 1, 2, 3 })]
    public void Keeps_The_Likeliest_When_They_Have_A_Share_Together(double share, int[] kept) =>
        Assert.Equal(kept, Kept(new SamplingSettings { TopP = share, Temperature = 1 }));

    [Theory]
    [InlineData(0.3, new[] { 0, 1, 3 })]
    [InlineData(0.6, new[] { 1, 3 })]
    [InlineData(1, new[] { 1 })]
    public void Keeps_What_Is_Not_Far_Less_Likely_Than_The_Likeliest(double share, int[] kept) =>
        Assert.Equal(kept, Kept(new SamplingSettings { MinP = share }));

    [Fact]
    public void Makes_A_Topic_Likelier_Until_It_Has_Come()
    {
        float[] logits = [1, 1, 1];

        new TopicFilter([0, 2], 2).Apply(logits, [2]);

        Assert.Equal([3f, 1f, 1f], logits);
    }

    [Fact]
    public void Makes_Likelier_What_Follows_The_Last_Two_Tokens_In_A_Corpus()
    {
        var tokenizer = TokenizerKinds.Create("character", ["a", "b", "c", "d", " ", "\n"])!;
        var logits = new float[tokenizer.Count];

        new PhraseFilter(new PhraseTable(tokenizer, ["abc", "abd"]), 1.5).Apply(logits, tokenizer.Encode("cab"));

        Assert.Equal([.. new float[3], 1.5f, 1.5f, .. new float[2]], logits);
    }

    [Fact]
    public void Makes_Recent_Tokens_Less_Likely_Whatever_Their_Sign()
    {
        float[] logits = [2, -2, 1];

        new RepetitionPenaltyFilter(2).Apply(logits, [0, 1, 1]);

        Assert.Equal([1f, -4f, 1f], logits);
    }

    private static int[] Kept(SamplingSettings settings)
    {
        float[] logits = [.. Shares.Select(share => (float)Math.Log(share))];
        foreach (var filter in settings.ToFilters())
        {
            filter.Apply(logits, []);
        }

        return [.. Enumerable.Range(0, logits.Length).Where(token => !float.IsNegativeInfinity(logits[token]))];
    }
}
