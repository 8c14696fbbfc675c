using Microsoft.Extensions.Options;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Jobs;

public sealed class ScheduleValidationTests
{
    private const string Advice =
        " Write second, minute, hour, day of the month, month and day of the week, with ? for the one of the two days that doesn't matter: 0 0 3 * * ? means every night at three.";

    [Theory]
    [InlineData("Cron", "0 3 * * *", "Retraining:Cron “0 3 * * *” is no cron expression of Quartz: one has 6 parts, seconds first, and may have a year as 7th, not 5." + Advice)]
    [InlineData("Cron", "at three", "Retraining:Cron “at three” is no cron expression of Quartz: one has 6 parts, seconds first, and may have a year as 7th, not 2." + Advice)]
    [InlineData("Cron", "0 0 25 * * ?", "Retraining:Cron “0 0 25 * * ?” is no cron expression of Quartz: Hour values must be between 0 and 23." + Advice)]
    [InlineData("Cron", "0 0 3 31 2 ?", "Retraining:Cron “0 0 3 31 2 ?” names no time that is still to come." + Advice)]
    [InlineData("Cron", "0 0 3 * * ? 2025", "Retraining:Cron “0 0 3 * * ? 2025” names no time that is still to come." + Advice)]
    [InlineData("TimeZone", "Madrid", "Retraining:TimeZone “Madrid” is no time zone that this machine knows. Write a name such as Europe/Madrid or America/Mexico_City, or leave it out for the machine's own.")]
    public async Task Says_What_To_Write_When_A_Setting_Is_Wrong(string key, string value, string words)
    {
        using var folder = new TemporaryFolder();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => JobsUnderTest.StartAsync(folder.Path, new FakeRetraining(), "2026-11-25T09:00", (key, value)));

        Assert.Equal(words, failure.Message);
    }

    [Fact]
    public async Task Says_Both_When_Both_Are_Wrong()
    {
        using var folder = new TemporaryFolder();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => JobsUnderTest.StartAsync(
            folder.Path, new FakeRetraining(), "2026-11-25T09:00", ("Cron", "x"), ("TimeZone", "y")));

        Assert.Equal(2, failure.Failures.Count());
    }

    [Theory]
    [InlineData("Cron", "@daily")]
    [InlineData("Cron", "0 0 3 ? * MON-FRI")]
    [InlineData("TimeZone", "")]
    [InlineData("TimeZone", " Europe/Madrid ")]
    public async Task Is_Content_When_A_Setting_Is_Unusual(string key, string value)
    {
        using var folder = new TemporaryFolder();
        await using var bot = await JobsUnderTest.StartAsync(folder.Path, new FakeRetraining(), "2026-11-25T09:00", (key, value));

        Assert.True(bot.Logged("Retraining by the schedule"));
    }
}
