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
    public void Says_How_Much_Is_Needed_When_There_Is_Too_Little() =>
        Assert.Contains("at least 200", Assert.Throws<TrainingException>(() => TrainingData.Split([new NamedText("x", "hola")])).Message, StringComparison.Ordinal);
}
