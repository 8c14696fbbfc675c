using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Retraining;

public sealed class InterruptionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_On_With_The_Stage_That_Had_Not_Ended_When_The_Process_Is_Another()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await NightUnderTest.OpenAsync(folder.Path))
        {
            await first.GiveAsync(20);
            await InterruptAsync(first);
            Assert.Equal(RunState.Running, (await first.History.HistoryAsync(1, Stop))[0].State);
        }

        await using var second = await NightUnderTest.OpenAsync(folder.Path);
        var run = await second.Runs.RunAsync(null, CancellationToken.None, Stop);

        Assert.True(run!.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal(20, run.NewLines);
        Assert.Single(await second.History.HistoryAsync(10, Stop));
        Assert.Null(await second.Runs.RunAsync(null, CancellationToken.None, Stop));
    }

    [Fact]
    public async Task Measures_Anew_And_Trains_No_More_When_It_Was_Interrupted_While_Measuring()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await NightUnderTest.OpenAsync(folder.Path))
        {
            await first.GiveAsync(20);
            using var stopping = new CancellationTokenSource();
            first.Measuring.Before = stopping.CancelAsync;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Runs.RunAsync(new RunRequest(RunTrigger.Nightly), CancellationToken.None, stopping.Token));
        }

        await using var second = await NightUnderTest.OpenAsync(folder.Path);
        var run = await second.Runs.RunAsync(null, CancellationToken.None, Stop);

        Assert.True(run!.State == RunState.Promoted, run.Report.ToJson());
        Assert.Empty(second.Training.Orders);
        Assert.Single(second.Measuring.Orders);
        Assert.Equal(run.Report.Models[0].HeldOut!.Champion, run.Report.Models[0].ShippedNats);
    }

    [Fact]
    public async Task Begins_Anew_When_What_The_Run_Knew_Is_Gone()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await NightUnderTest.OpenAsync(folder.Path))
        {
            await first.GiveAsync(20);
            await InterruptAsync(first);
            Directory.Delete(first.Paths.Runs, recursive: true);
        }

        await using var second = await NightUnderTest.OpenAsync(folder.Path);
        var run = await second.Runs.RunAsync(null, CancellationToken.None, Stop);

        Assert.Equal(RunState.Promoted, run!.State);
    }

    [Fact]
    public async Task Publishes_Once_When_It_Was_Killed_Just_Behind_The_Publication()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        using var stopping = new CancellationTokenSource();

        // The new models are in use, and nothing of it is noted yet.
        night.Live.Exchanged += (_, generation) =>
        {
            if (generation.Id is not null)
            {
                stopping.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => night.Runs.RunAsync(new RunRequest(RunTrigger.Nightly), CancellationToken.None, stopping.Token));
        var published = Assert.Single(night.Generations.Ids);

        var run = await night.Runs.RunAsync(null, CancellationToken.None, Stop);

        Assert.Equal((RunState.Promoted, published), (run!.State, run.Generation));
        Assert.Equal([published], night.Generations.Ids);
        Assert.Single(night.News.Told);
    }

    [Fact]
    public async Task Gives_A_Run_Up_When_It_Is_Interrupted_Again_And_Again()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        night.Training.Before = (_, _) => throw new StoreUnavailableException(new StoreCondition(StoreState.ReadOnly, StoreProblem.DiskFull, "full"));
        for (var at = 0; at < 10; at++)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => night.RunAsync());
        }

        night.Training.Before = (_, _) => Task.CompletedTask;
        var run = await night.Runs.RunAsync(null, CancellationToken.None, Stop);

        Assert.Equal(RunState.Failed, run!.State);
        Assert.Contains("interrupted 10 times in a row", run.Report.Failure, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(night.Paths.Runs));
    }

    [Fact]
    public async Task Goes_On_However_Often_The_Bot_Was_Told_To_Stop()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        for (var at = 0; at < 12; at++)
        {
            await InterruptAsync(night);
        }

        night.Training.Before = (_, _) => Task.CompletedTask;
        var run = await night.Runs.RunAsync(null, CancellationToken.None, Stop);

        Assert.True(run!.State == RunState.Promoted, run.Report.ToJson());
    }

    [Fact]
    public async Task Ends_As_Cancelled_When_Somebody_Cancels()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        using var cancel = new CancellationTokenSource();
        night.Training.Before = (_, _) => cancel.CancelAsync();

        var run = await night.Runs.RunAsync(new RunRequest(RunTrigger.Command), cancel.Token, Stop);

        Assert.Equal(RunState.Cancelled, run!.State);
        Assert.False(Directory.Exists(night.Paths.Of(run.Id)));
        Assert.Null(night.Runs.Progress);
    }

    [Fact]
    public async Task Stays_Promoted_When_The_News_Fails_Or_Somebody_Cancels_Too_Late()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        using var cancel = new CancellationTokenSource();
        night.Live.Exchanged += (_, _) => cancel.Cancel();
        night.News.Before = () => throw new InvalidOperationException("nobody listens");

        var run = await night.Runs.RunAsync(new RunRequest(RunTrigger.Command), cancel.Token, Stop);

        Assert.True(cancel.IsCancellationRequested);
        Assert.Equal((RunState.Promoted, night.Live.Generation.Id), (run!.State, run.Generation));
        Assert.Null(run.Stages.Single(stage => stage.Name == StageName.Announce).FinishedAt);
    }

    [Fact]
    public async Task Does_Nothing_When_Another_Process_Is_Retraining()
    {
        using var folder = new TemporaryFolder();
        await using var one = await NightUnderTest.OpenAsync(folder.Path);
        await using var other = await NightUnderTest.OpenAsync(folder.Path);
        await one.GiveAsync(20);
        RunSummary? second = null;
        GenerationException? refused = null;
        one.Training.Before = async (_, _) =>
        {
            second = await other.Runs.RunAsync(new RunRequest(RunTrigger.CommandLine), CancellationToken.None, Stop);
            var rollBack = other.Store.Get<RollBack>().DoAsync(null, Stop);
            other.Store.Clock.Advance(TimeSpan.FromSeconds(11));
            refused = await Assert.ThrowsAsync<GenerationException>(() => rollBack);
        };

        await one.RunAsync();

        Assert.Null(second);
        Assert.Contains("Another process", refused!.Message, StringComparison.Ordinal);
        Assert.Single(await one.History.HistoryAsync(10, Stop));
    }

    [Fact]
    public async Task Runs_Once_For_A_Scheduled_Time()
    {
        await using var night = await NightUnderTest.OpenAsync();

        Assert.NotNull(await night.Runs.RunAsync(new RunRequest(RunTrigger.Nightly, "2026-11-25T03:00"), CancellationToken.None, Stop));
        Assert.Null(await night.Runs.RunAsync(new RunRequest(RunTrigger.Nightly, "2026-11-25T03:00"), CancellationToken.None, Stop));
        Assert.NotNull(await night.Runs.RunAsync(new RunRequest(RunTrigger.Nightly, "2026-11-26T03:00"), CancellationToken.None, Stop));
    }

    /// <summary>Lets a run die while it trains.</summary>
    private static async Task InterruptAsync(NightUnderTest night)
    {
        using var stopping = new CancellationTokenSource();
        night.Training.Before = (_, _) => stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => night.Runs.RunAsync(new RunRequest(RunTrigger.Nightly), CancellationToken.None, stopping.Token));
    }
}
