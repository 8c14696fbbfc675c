using Telenovela.Tests.Corpus;
using Telenovela.Tests.Hosting;

namespace Telenovela.Tests.Jobs;

public sealed class JobsInTheBotTests
{
    [Fact]
    public async Task Keeps_A_Schedule_Without_Noise_When_The_Bot_Runs()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await RunningBot.StartAsync("--Storage:Directory", folder.Path);

        Assert.Contains("Retraining by the schedule 0 0 3 * * ?", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Quartz", bot.Log, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("scheduler.db")));
        Assert.Equal(0, await bot.StopAsync());
    }
}
