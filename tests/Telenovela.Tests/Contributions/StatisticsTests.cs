using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Contributions;

public sealed class StatisticsTests
{
    [Fact]
    public async Task Counts_By_Telenovela_And_Day_When_Asked()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var ids = await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line("1"), StoreUnderTest.Line("2"), StoreUnderTest.Line("3", "salt") with { TelenovelaTitle = "La sal" });
        await store.ApproveAsync(ids[0]);
        await store.Review.DecideAsync(new Decision(ids[2], StoreUnderTest.Guild, 500, ModerationKind.Rejected), StoreUnderTest.Stop);
        store.Clock.Advance(TimeSpan.FromDays(2));
        await store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("4"));
        await store.Contributions.SubmitAsync(StoreUnderTest.Submission(StoreUnderTest.Luis, StoreUnderTest.Line("5")) with { GuildId = 1 }, StoreUnderTest.Stop);
        var statistics = store.Get<ContributionStatistics>();

        var here = await statistics.OfAsync(StoreUnderTest.Guild, StoreUnderTest.Stop);
        var elsewhere = await statistics.OfAsync(1, StoreUnderTest.Stop);
        var all = await statistics.OfAsync(null, StoreUnderTest.Stop);

        Assert.Equal([new TelenovelaFigures("high_tide", "high_tide", 2, 1, 0), new TelenovelaFigures("salt", "La sal", 0, 0, 1)], here.Telenovelas);
        Assert.Equal([new DayFigures(new DateOnly(2026, 11, 23), 3, 1), new DayFigures(new DateOnly(2026, 11, 25), 1, 0)], here.Days);
        Assert.Equal((2, 1, 2), (here.Contributors, elsewhere.Contributors, all.Contributors));
        Assert.Equal(5, all.Days.Sum(day => day.Given));
        Assert.Empty((await statistics.OfAsync(2, StoreUnderTest.Stop)).Telenovelas);
    }
}
