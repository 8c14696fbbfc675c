using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot.Retraining.Training;

namespace Telenovela.Tests.Retraining;

public sealed class PaceTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5, 100)]
    [InlineData(0.25, 300)]
    public void Rests_In_Proportion_To_The_Work(double share, double milliseconds) =>
        Assert.Equal(milliseconds, Pace.Of(TimeSpan.FromMilliseconds(100), share).TotalMilliseconds, 6);

    [Fact]
    public void Rests_A_Minute_When_The_Machine_Slept() => Assert.Equal(TimeSpan.FromMinutes(1), Pace.Of(TimeSpan.FromHours(10), 0.4));

    [Fact]
    public async Task Rests_Until_It_Is_Told_To_Stop()
    {
        var clock = new FakeTimeProvider();
        var pace = new Pace(0.01, clock);
        clock.Advance(TimeSpan.FromHours(10));
        using var stop = new CancellationTokenSource();

        var rest = Task.Run(() => pace.Rest(stop.Token), TestContext.Current.CancellationToken);
        Assert.False(rest.IsCompleted);
        await stop.CancelAsync();

        await rest;
    }
}
