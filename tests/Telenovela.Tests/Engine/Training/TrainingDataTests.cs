using Telenovela.Engine.Training;

namespace Telenovela.Tests.Engine.Training;

public sealed class TrainingDataTests
{
    [Fact]
    public void Holds_Out_The_Tail_When_There_Are_Few_Texts()
    {
        var data = TrainingData.Split([new NamedText("one", new string('a', 900) + new string('b', 100))]);

        Assert.Equal((new string('a', 900), new string('b', 100)), (data.Train, data.HeldOut));
    }

    [Fact]
    public void Holds_Out_Whole_Texts_When_There_Are_Many()
    {
        var texts = Enumerable.Range(1, 24).Select(at => new NamedText($"e{at}", new string((char)('a' + at), 100))).ToList();

        var data = TrainingData.Split(texts);

        Assert.Equal(["e7", "e19"], data.HeldOutNames);
        Assert.Equal(200, data.HeldOut.Length);
        Assert.Empty(data.HeldOut.Intersect(data.Train));
    }

    [Fact]
    public void Holds_Out_The_Same_Texts_When_Others_Join()
    {
        static IEnumerable<NamedText> Episodes(string group, int count) =>
            Enumerable.Range(1, count).Select(at => new NamedText($"{group}/{at}", new string('x', 50), group));

        var before = TrainingData.Split([.. Episodes("m", 10)]);
        var after = TrainingData.Split([.. Episodes("a", 5), .. Episodes("b", 8), .. Episodes("m", 22)]);

        Assert.Equal(["m/7"], before.HeldOutNames);
        Assert.Equal(["b/7", "m/7", "m/19"], after.HeldOutNames);
    }

    [Fact]
    public void Says_How_Much_Is_Needed_When_There_Is_Too_Little() =>
        Assert.Contains("at least 200", Assert.Throws<TrainingException>(() => TrainingData.Split([new NamedText("x", "hola")])).Message, StringComparison.Ordinal);
}
