using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Counts_What_A_Recount_Counts_When_Lines_Come_And_Are_Decided_And_Go()
    {
        await using var store = await StoreUnderTest.OpenAsync();
        var random = new Random(4);
        var ids = new List<long>();
        for (var step = 0; step < 300; step++)
        {
            var any = ids.Count > 0 ? ids[random.Next(ids.Count)] : 0;
            switch (random.Next(8))
            {
                case < 3:
                    ids.AddRange(await store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line($"{step}", $"telenovela_{random.Next(3)}"), StoreUnderTest.Line($"{step}b")));
                    break;
                case < 5:
                    await store.Review.DecideAsync(new Decision(any, StoreUnderTest.Guild, 500, random.Next(2) == 0 ? ModerationKind.Approved : ModerationKind.Rejected), StoreUnderTest.Stop);
                    break;
                case 5:
                    await store.Review.UndoAsync(StoreUnderTest.Guild, 500, StoreUnderTest.Stop);
                    break;
                case 6:
                    await store.Personal.DeleteLineAsync(StoreUnderTest.Ana, any, StoreUnderTest.Stop);
                    break;
                default:
                    store.Clock.Advance(TimeSpan.FromHours(5));
                    break;
            }
        }

        var lines = await store.QueryAsync(context => context.Contributions.ToListAsync(StoreUnderTest.Stop));
        var figures = await store.Get<ContributionStatistics>().OfAsync(StoreUnderTest.Guild, StoreUnderTest.Stop);

        int Count(IEnumerable<Contribution> of, ContributionStatus status) => of.Count(line => line.Status == status);
        Assert.Equal(
            lines.GroupBy(line => line.Telenovela).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, Count(group, ContributionStatus.Pending), Count(group, ContributionStatus.Approved), Count(group, ContributionStatus.Rejected))),
            figures.Telenovelas.OrderBy(telenovela => telenovela.Telenovela, StringComparer.Ordinal)
                .Select(telenovela => (telenovela.Telenovela, telenovela.Pending, telenovela.Approved, telenovela.Rejected)));
        Assert.Equal(
            lines.GroupBy(line => DateOnly.FromDateTime(line.SubmittedAt.UtcDateTime)).OrderBy(group => group.Key)
                .Select(group => new DayFigures(group.Key, group.Count(), Count(group, ContributionStatus.Approved))),
            figures.Days);

        await store.Personal.DeleteAllAsync(StoreUnderTest.Ana, StoreUnderTest.Stop);
        var empty = await store.Get<ContributionStatistics>().OfAsync(null, StoreUnderTest.Stop);
        Assert.Equal((0, 0, 0), (empty.Telenovelas.Count, empty.Days.Count, empty.Contributors));
    }
}
