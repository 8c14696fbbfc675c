using Microsoft.Data.Sqlite;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Jobs;

public sealed class StoppingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetraining _retraining = new() { Holds = true };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Stops_Without_Waiting_For_The_Run_When_One_Is_Under_Way()
    {
        await using (var bot = await StartAsync("2026-11-24T12:00"))
        {
            await FireAsync(bot, "2026-11-25T03:00");
            await bot.StopAsync();

            Assert.True(_retraining.IsUnderWay);
            Assert.True(bot.Logged("The bot stops during the retraining scheduled for 2026-11-25T03:00"));
            Assert.False(bot.Logged("Error"));
        }

        // The retraining resumes a run by itself; the schedule goes on with the next.
        _retraining.Finish();
        await using var next = await StartAsync("2026-11-25T03:05");
        await FireAsync(next, "2026-11-26T03:00");
        _retraining.Finish();
        Assert.Equal(["2026-11-25T03:00", "2026-11-26T03:00"], _retraining.Runs);
    }

    [Fact]
    public async Task Logs_No_Error_When_The_Retraining_Stops_First()
    {
        await using var bot = await StartAsync("2026-11-24T12:00");
        await FireAsync(bot, "2026-11-25T03:00");
        _retraining.Abandon();
        await bot.StopAsync();

        Assert.True(bot.Logged("The bot stops during the retraining scheduled for 2026-11-25T03:00"));
        Assert.False(bot.Logged("Error"));
    }

    [Fact]
    public async Task Never_Runs_Two_At_A_Time_When_A_Run_Lasts_Longer_Than_The_Pause_Between_Two()
    {
        await using var bot = await StartAsync("2026-11-24T11:58:30", ("Cron", "0 * * * * ?"));
        await FireAsync(bot, "2026-11-24T11:59");

        bot.TurnTo("2026-11-24T12:00");
        bot.TurnTo("2026-11-24T12:05:30");
        Assert.Equal(0, _retraining.Waiting);
        _retraining.Finish();
        Assert.Equal("2026-11-24T12:00", await _retraining.NextAsync());
        Assert.False(bot.Logged("is left out"));
        _retraining.Finish();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fires_Again_What_Was_Killed_And_Runs_It_Once(bool noted)
    {
        using var copy = new TemporaryFolder();
        await using (var bot = await StartAsync("2026-11-24T12:00"))
        {
            await FireAsync(bot, "2026-11-25T03:00");

            // What a killed bot leaves.
            await using var connection = new SqliteConnection($"Data Source={_folder.At("scheduler.db")};Pooling=False");
            await connection.OpenAsync(JobsUnderTest.Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{copy.At("scheduler.db")}'";
            await command.ExecuteNonQueryAsync(JobsUnderTest.Stop);
            _retraining.Finish();
        }

        var after = noted ? _retraining : new FakeRetraining();
        await using var again = await JobsUnderTest.StartAsync(copy.Path, after, "2026-11-25T03:01");
        Assert.Equal("2026-11-25T03:00", await after.NextAsync());
        after.Holds = false;
        await FireAsync(again, "2026-11-26T03:00", after);

        Assert.Equal(["2026-11-25T03:00", "2026-11-26T03:00"], after.Runs);
    }

    private Task<JobsUnderTest> StartAsync(string now, params (string Key, string? Value)[] settings) => JobsUnderTest.StartAsync(_folder.Path, _retraining, now, settings);

    private async Task FireAsync(JobsUnderTest bot, string time, FakeRetraining? retraining = null)
    {
        bot.TurnTo(time);
        Assert.Equal(time, await (retraining ?? _retraining).NextAsync());
    }
}
