using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Jobs;

public sealed class MissedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetraining _retraining = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fires_At_The_Scheduled_Time_And_Not_At_The_First_Start()
    {
        await using var bot = await StartAsync("2026-11-24T12:00");

        bot.TurnTo("2026-11-25T03:00");
        Assert.Equal("2026-11-25T03:00", await _retraining.NextAsync());
        bot.TurnTo("2026-11-26T03:00");
        Assert.Equal("2026-11-26T03:00", await _retraining.NextAsync());
    }

    [Fact]
    public async Task Fires_Once_When_The_Bot_Was_Down_At_Three_And_Started_At_Nine()
    {
        await using (await StartAsync("2026-11-24T12:00"))
        {
        }

        await using var bot = await StartAsync("2026-11-25T09:00");
        Assert.Equal("2026-11-25T03:00", await _retraining.NextAsync());

        bot.TurnTo("2026-11-26T03:00");
        Assert.Equal("2026-11-26T03:00", await _retraining.NextAsync());
        Assert.Equal(["2026-11-25T03:00", "2026-11-26T03:00"], _retraining.Runs);
        Assert.Equal(0, _retraining.Waiting);
    }

    [Fact]
    public async Task Fires_Once_When_The_Bot_Was_Down_For_Days()
    {
        await using (var before = await StartAsync("2026-11-24T12:00"))
        {
            before.TurnTo("2026-11-25T03:00");
            Assert.Equal("2026-11-25T03:00", await _retraining.NextAsync());
        }

        await using var bot = await StartAsync("2026-11-29T09:00");
        Assert.Equal("2026-11-26T03:00", await _retraining.NextAsync());
        bot.TurnTo("2026-11-30T03:00");
        Assert.Equal("2026-11-30T03:00", await _retraining.NextAsync());
    }

    [Fact]
    public async Task Fires_Nothing_Twice_When_The_Bot_Starts_Again_And_Again()
    {
        foreach (var time in new[] { "2026-11-24T12:00", "2026-11-25T09:00", "2026-11-25T09:01", "2026-11-25T23:00", "2026-11-26T02:59" })
        {
            await using var bot = await StartAsync(time);
            if (time == "2026-11-25T09:00")
            {
                Assert.Equal("2026-11-25T03:00", await _retraining.NextAsync());
            }
        }

        await using var last = await StartAsync("2026-11-26T02:59:30");
        last.TurnTo("2026-11-26T03:00");
        Assert.Equal("2026-11-26T03:00", await _retraining.NextAsync());
        Assert.Equal(2, _retraining.Runs.Count);
    }

    [Fact]
    public async Task Leaves_The_Run_Out_When_One_Is_Under_Way()
    {
        await using var bot = await StartAsync("2026-11-24T12:00");
        _retraining.Holds = true;
        _ = _retraining.Request(new(Telenovela.Bot.Storage.Rows.RunTrigger.Nightly, "by hand"));
        Assert.Equal("by hand", await _retraining.NextAsync());

        bot.TurnTo("2026-11-25T03:00");
        Assert.Equal("2026-11-25T03:00", await _retraining.NextAsync());
        _retraining.Finish();
        bot.TurnTo("2026-11-26T03:00");
        Assert.Equal("2026-11-26T03:00", await _retraining.NextAsync());

        Assert.True(bot.Logged("The retraining scheduled for 2026-11-25T03:00 is left out: one is under way"));
        Assert.Equal(["by hand", "2026-11-26T03:00"], _retraining.Runs);
        _retraining.Finish();
    }

    private Task<JobsUnderTest> StartAsync(string now) => JobsUnderTest.StartAsync(_folder.Path, _retraining, now);
}
