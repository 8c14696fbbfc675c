using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Retraining;

/// <summary>Two processes on one data folder: what the one carries out, the other sees and may cancel.</summary>
public sealed class SharedRunTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_Process_Sees_How_Far_A_Run_Is_And_Cancels_It()
    {
        using var folder = new TemporaryFolder();
        await using var one = await NightUnderTest.OpenAsync(folder.Path);
        await using var other = await NightUnderTest.OpenAsync(folder.Path);
        await one.GiveAsync(20);
        var shared = other.Store.Get<SharedRun>();
        Assert.Null(shared.Progress);
        Assert.False(shared.Cancel());
        RetrainingProgress? seen = null;
        one.Training.Before = async (_, cancellationToken) =>
        {
            seen = shared.Progress;
            Assert.True(shared.Cancel());
            while (!cancellationToken.IsCancellationRequested)
            {
                one.Store.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(5, Stop);
            }
        };

        var run = await one.RunAsync();

        Assert.Equal((run.Id, StageName.Train), (seen!.RunId, seen.Stage));
        Assert.Equal(RunState.Cancelled, run.State);
        Assert.Null(shared.Progress);
    }

    [Fact]
    public async Task A_Wish_To_Cancel_Does_Not_Outlive_Its_Run()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        Directory.CreateDirectory(night.Paths.Runs);
        await File.WriteAllTextAsync(Path.Combine(night.Paths.Runs, "cancel"), "1", Stop);

        Assert.Equal(RunState.Promoted, (await night.RunAsync()).State);
    }

    [Fact]
    public async Task Nobody_Is_Told_Of_A_Run_Whose_Process_Was_Killed()
    {
        await using var night = await NightUnderTest.OpenAsync();
        var shared = night.Store.Get<SharedRun>();
        shared.Tell(new RetrainingProgress(1, RunTrigger.Nightly, DateTimeOffset.UnixEpoch, StageName.Train, 0.5, null));

        Assert.Null(shared.Progress);
        Assert.False(shared.Cancel());
    }
}
