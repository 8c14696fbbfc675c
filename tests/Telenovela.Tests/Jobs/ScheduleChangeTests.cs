using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Jobs;

public sealed class ScheduleChangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetraining _retraining = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Follows_The_New_Time_From_Now_On_When_The_Cron_Was_Changed()
    {
        await using (var before = await StartAsync("2026-11-24T12:00"))
        {
            await FireAsync(before, "2026-11-25T03:00", "2026-11-25T03:00");
        }

        // 08:00 was today already, before anybody wanted it.
        await using var bot = await StartAsync("2026-11-25T09:00", ("Cron", "0 0 8 * * ?"));
        await FireAsync(bot, "2026-11-26T08:00", "2026-11-26T08:00");
        Assert.Equal(2, _retraining.Runs.Count);
    }

    [Fact]
    public async Task Follows_The_New_Zone_When_The_Zone_Was_Changed()
    {
        await using (await StartAsync("2026-11-24T12:00"))
        {
        }

        await using var bot = await StartAsync("2026-11-24T12:01", ("TimeZone", "America/New_York"));
        await FireAsync(bot, "2026-11-25T03:00", null);
        await FireAsync(bot, "2026-11-25T08:00", "2026-11-25T03:00");
    }

    [Fact]
    public async Task Makes_Up_For_A_Missed_Run_When_The_Cron_Was_Changed_Too()
    {
        await using (await StartAsync("2026-11-24T12:00"))
        {
        }

        await using var bot = await StartAsync("2026-11-25T09:00", ("Cron", "0 0 4 * * ?"));
        Assert.Equal("2026-11-25T03:00", await _retraining.NextAsync());
        await FireAsync(bot, "2026-11-26T03:00", null);
        await FireAsync(bot, "2026-11-26T04:00", "2026-11-26T04:00");
    }

    [Fact]
    public async Task Forgets_The_Schedule_When_It_Is_Off_And_Begins_Anew_When_It_Is_On_Again()
    {
        await using (await StartAsync("2026-11-24T12:00"))
        {
        }

        await using (var off = await StartAsync("2026-11-25T09:00", ("Enabled", "false")))
        {
            Assert.True(off.Logged("No retraining by schedule: Retraining:Enabled is false"));
        }

        await using var bot = await StartAsync("2026-11-26T09:00");
        await FireAsync(bot, "2026-11-27T03:00", "2026-11-27T03:00");
        Assert.Single(_retraining.Runs);
    }

    private Task<JobsUnderTest> StartAsync(string now, params (string Key, string? Value)[] settings) => JobsUnderTest.StartAsync(_folder.Path, _retraining, now, settings);

    private async Task FireAsync(JobsUnderTest bot, string time, string? expected)
    {
        bot.TurnTo(time);
        if (expected is not null)
        {
            Assert.Equal(expected, await _retraining.NextAsync());
        }
    }
}
