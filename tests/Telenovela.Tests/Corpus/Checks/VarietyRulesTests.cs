using Telenovela.Corpus.Checks;

namespace Telenovela.Tests.Corpus.Checks;

public sealed class VarietyRulesTests
{
    private const string Catchphrase = "MARISOL\nBy the saints and by the soup of my mother, no!";

    private static CheckThresholds Lines => SmallDataset.AnySize with { Registers = [new RegisterLimits("literary")] };

    [Fact]
    public void Reports_The_Fourth_Time_When_A_Long_Line_Comes_Again()
    {
        using var thrice = Dataset(3, "TEO\nI never said that I would come back here.");
        using var often = Dataset(4, "TEO\nI never said that I would come back here.");
        using var spelled = Dataset(2, "TEO\nI never said that I would come back here.\n\nMARISOL\nI NEVER said that (laughs) I would come back here!");

        Assert.Empty(thrice.Problems(Lines));
        Assert.Equal(["repeated-line s01e01.fountain:32"], often.Problems(Lines));
        Assert.Contains("spoken 4 times", often.Check(Lines).Telenovelas[0].Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(["repeated-line s01e01.fountain:32"], spelled.Problems(Lines));
    }

    [Fact]
    public void Lets_Short_Lines_Come_Again()
    {
        using var dataset = Dataset(9, "TEO\nShort enough to come again, Teo.");

        Assert.Empty(dataset.Problems(Lines));
    }

    [Fact]
    public void Lets_A_Catchphrase_Come_Again_When_Its_Owner_Says_It()
    {
        using var own = Dataset(4, Catchphrase);
        using var others = Dataset(4, Catchphrase.Replace("MARISOL", "TEO", StringComparison.Ordinal));
        using var around = Dataset(4, Catchphrase + " And never come back to this house of my father.");

        Assert.Empty(own.Problems(Lines));
        Assert.Equal(["repeated-line s01e01.fountain:32"], others.Problems(Lines));
        Assert.Equal(["repeated-line s01e01.fountain:32"], around.Problems(Lines));
    }

    [Fact]
    public void Reports_Phrases_When_Too_Many_Come_Again()
    {
        var lines = string.Concat(Enumerable.Range(0, 40).Select(i => $"\n\nTEO\nI will come back to you, number {i}."));
        using var dataset = new SmallDataset(SmallDataset.First + lines);

        Assert.Contains("distinct-4-grams english/el_ultimo_beso:0", dataset.Problems());
        Assert.InRange(dataset.Check().Telenovelas[0].DistinctFourGrams, 0.3, 0.6);
    }

    private static SmallDataset Dataset(int times, string lines) =>
        new(SmallDataset.First + string.Concat(Enumerable.Repeat("\n\n" + lines, times)));
}
