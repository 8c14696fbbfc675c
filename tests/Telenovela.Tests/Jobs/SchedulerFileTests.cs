using Microsoft.Data.Sqlite;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Jobs;

public sealed class SchedulerFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeRetraining _retraining = new();

    private string File => _folder.At("scheduler.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Is_Put_Aside_With_A_Warning_When_It_Is_Damaged(int damage)
    {
        await using (await StartAsync("2026-11-24T12:00"))
        {
        }

        var bytes = await System.IO.File.ReadAllBytesAsync(File, JobsUnderTest.Stop);
        await System.IO.File.WriteAllBytesAsync(
            File,
            damage switch
            {
                0 => "no database at all, but long enough to be looked at as one"u8.ToArray(),
                1 => bytes[..(bytes.Length / 2)],
                _ => [.. bytes[..4096], .. new byte[4096 * 8], .. bytes[(4096 * 9)..]],
            },
            JobsUnderTest.Stop);

        await using var bot = await StartAsync("2026-11-25T09:00");
        Assert.Contains(bot.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("The schedule's file", StringComparison.Ordinal));
        Assert.True(System.IO.File.Exists(File + ".damaged-20261125T090000"));
        await FireAsync(bot, "2026-11-26T03:00");
        Assert.Single(_retraining.Runs);
    }

    [Fact]
    public async Task Begins_Anew_When_It_Is_Empty()
    {
        _folder.Write("scheduler.db", "");
        await using var bot = await StartAsync("2026-11-25T09:00");
        await FireAsync(bot, "2026-11-26T03:00");
    }

    [Fact]
    public async Task Is_Cleared_With_A_Warning_When_It_Is_Whole_But_Makes_No_Sense()
    {
        await using (await StartAsync("2026-11-24T12:00"))
        {
        }

        await ExecuteAsync("UPDATE QRTZ_CRON_TRIGGERS SET CRON_EXPRESSION = 'every now and then'");
        await using var bot = await StartAsync("2026-11-25T09:00");
        Assert.True(bot.Logged("The stored schedule can't be read and begins anew"));
        await FireAsync(bot, "2026-11-26T03:00");
        Assert.Single(_retraining.Runs);
    }

    [Fact]
    public async Task Is_Put_Aside_For_The_Next_Start_When_It_Isnt_What_Quartz_Can_Use()
    {
        await using (await StartAsync("2026-11-24T12:00"))
        {
        }

        await ExecuteAsync("ALTER TABLE QRTZ_TRIGGERS RENAME COLUMN PRIORITY TO PRIOR1TY");
        await using (var bot = await StartAsync("2026-11-25T09:00"))
        {
            Assert.True(bot.Logged("The schedule doesn't run"));
            Assert.True(bot.Logged("The schedule's file"));
        }

        await using var next = await StartAsync("2026-11-25T09:10");
        await FireAsync(next, "2026-11-26T03:00");
        Assert.Single(_retraining.Runs);
    }

    [Fact]
    public async Task Doesnt_Keep_The_Bot_From_Starting_When_It_Cant_Be_Made()
    {
        var file = _folder.Write("in-the-way", "");
        await using var bot = await JobsUnderTest.StartAsync(file, _retraining, "2026-11-25T09:00");

        Assert.True(bot.Logged("The schedule doesn't run"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(JobsUnderTest.Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(JobsUnderTest.Stop);
    }

    private Task<JobsUnderTest> StartAsync(string now) => JobsUnderTest.StartAsync(_folder.Path, _retraining, now);

    private async Task FireAsync(JobsUnderTest bot, string time)
    {
        bot.TurnTo(time);
        Assert.Equal(time, await _retraining.NextAsync());
    }
}
