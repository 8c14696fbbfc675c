using Telenovela.Story.Writing;

namespace Telenovela.Tests.Story.Writing;

public sealed class CorpusLinesTests
{
    private static readonly CorpusLines English = CorpusLines.For("en")!;

    [Fact]
    public void Counts_Phrases_When_Nobody_Says_Them()
    {
        Assert.Equal(0, English.CountUnheard("I don't know."));
        Assert.InRange(English.CountUnheard("Know don't I know don't."), 2, 5);
    }

    [Fact]
    public void Knows_Commonplaces_When_They_Are_Said_Again_And_Again()
    {
        Assert.Equal(1, English.ShareOfStock("I don't know."));
        Assert.Equal(0.5, English.ShareOfStock("I don't know. The bishop ate the clock in March."));
        Assert.True(English.Rarity("bishop") > English.Rarity("the") + 2);
    }

    [Fact]
    public void Chooses_A_Topic_Of_The_Telenovela_And_Its_Arc()
    {
        var topic = English.Topics.Choose("The Woman in Room Twelve", ["amnesia"], 3);

        Assert.InRange(topic.Count, 3, 12);
        Assert.Equal(topic, English.Topics.Choose("The Woman in Room Twelve", ["amnesia"], 3));
        Assert.DoesNotContain("the", topic);
        Assert.Empty(English.Topics.Choose("Nobody's Telenovela", [], 3));
    }
}
