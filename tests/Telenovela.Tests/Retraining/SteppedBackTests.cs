using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Retraining;

/// <summary>What was learned once, by models that are no longer in use.</summary>
public sealed class SteppedBackTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_Nothing_Again_When_It_Was_Rolled_Back_Twice()
    {
        await using var night = await NightUnderTest.OpenAsync();
        for (var at = 0; at < 2; at++)
        {
            await night.GiveAsync(12);
            var run = await night.RunAsync();
            Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        }

        night.Live.RollBack();
        Assert.Null(night.Live.RollBack().Id);

        var next = await night.RunAsync();

        Assert.Equal((RunState.Skipped, SkipReason.RolledBack), (next.State, next.Report.Skipped));
    }

    [Fact]
    public async Task Tells_Nobody_Of_Lines_That_The_Models_In_Use_Had_Learned()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var secret = await night.GiveAsync(1, StoreUnderTest.Luis, "El tesoro esta bajo la escalera verde");
        Assert.Equal(21, (await night.RunAsync()).NewLines);
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, secret[0], Stop);
        await night.GiveAsync(3);

        var run = await night.RunAsync();

        // The weights are the shipped ones, for which all is new; the three are news.
        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Null(run.Report.Models[0].StartedFrom);
        Assert.Equal((3, 3, 23), (run.NewLines, run.Report.Models[0].NewLines, run.Report.Models[0].Lines));
        Assert.Equal(3, night.News.Told[1].Learned.Count);
    }
}
