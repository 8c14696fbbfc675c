using Microsoft.Extensions.Hosting;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Corpus;
using Nightly = Telenovela.Bot.Retraining.Retraining;

namespace Telenovela.Tests.Retraining;

/// <summary>What is asked of the running bot, in which order it is done, and what is refused.</summary>
public sealed class WishesTests
{
    private static readonly RunRequest ByHand = new(RunTrigger.Command);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Does_One_Run_At_A_Time()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var go = Held(night);
        var retraining = await StartAsync(night);

        var run = retraining.Request(ByHand);
        Assert.Null(retraining.Request(ByHand));
        go.SetResult();

        Assert.Equal(RunState.Promoted, (await run!)!.State);
        Assert.Equal(RunState.Skipped, (await retraining.Request(ByHand)!)!.State);
        await retraining.StopAsync(Stop);
    }

    [Fact]
    public async Task Stops_The_Run_Under_Way_And_Goes_Back()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var retraining = await StartAsync(night);
        var first = (await retraining.Request(ByHand)!)!;
        await night.GiveAsync(20);
        Held(night);
        var second = retraining.Request(ByHand);

        var back = await retraining.RollBackAsync(first.Generation, Stop);

        Assert.Equal(RunState.Cancelled, (await second!)!.State);
        Assert.Equal((RunState.RolledBack, null), (back.State, back.Generation));
        Assert.Null(night.Live.Generation.Id);
        await retraining.StopAsync(Stop);
    }

    [Fact]
    public async Task Refuses_To_Go_Back_From_Models_That_Are_Not_In_Use_Any_More()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var retraining = await StartAsync(night);
        var first = (await retraining.Request(ByHand)!)!;
        await night.GiveAsync(20);
        var second = (await retraining.Request(ByHand)!)!;

        var refused = await Assert.ThrowsAsync<GenerationException>(() => retraining.RollBackAsync(first.Generation, Stop));

        Assert.Contains("meanwhile", refused.Message, StringComparison.Ordinal);
        Assert.Equal(second.Generation, night.Live.Generation.Id);
        await retraining.StopAsync(Stop);
    }

    [Fact]
    public async Task Says_That_A_Run_Is_Under_Way_While_An_Interrupted_One_Goes_On()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await NightUnderTest.OpenAsync(folder.Path))
        {
            await first.GiveAsync(20);
            Held(first);
            var stopped = await StartAsync(first);
            var run = stopped.Request(ByHand);
            await UntilAsync(() => first.Training.Orders.Count == 1);
            await stopped.StopAsync(Stop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run!);
        }

        await using var second = await NightUnderTest.OpenAsync(folder.Path);
        var go = Held(second);
        var retraining = await StartAsync(second);
        await UntilAsync(() => second.Training.Orders.Count == 1);
        Assert.Null(retraining.Request(ByHand));
        go.SetResult();
        await UntilAsync(() => retraining.Progress is null);
        await retraining.StopAsync(Stop);

        Assert.Equal([RunState.Promoted], (await second.History.HistoryAsync(10, Stop)).Select(run => run.State));
    }

    [Fact]
    public async Task Cancels_What_Waits_As_Well_As_What_Is_Under_Way()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var retraining = night.Store.Get<Nightly>();
        var waiting = retraining.Request(ByHand);

        Assert.True(retraining.Cancel());
        await retraining.StartAsync(Stop);

        Assert.Equal(RunState.Cancelled, (await waiting!)!.State);
        Assert.Empty(night.Training.Orders);
        Assert.False(retraining.Cancel());
        await retraining.StopAsync(Stop);
    }

    private static async Task<Nightly> StartAsync(NightUnderTest night)
    {
        var retraining = night.Store.Get<Nightly>();
        await ((IHostedService)retraining).StartAsync(Stop);
        return retraining;
    }

    /// <summary>Has trainings wait.</summary>
    private static TaskCompletionSource Held(NightUnderTest night)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        night.Training.Before = (_, cancellationToken) => go.Task.WaitAsync(cancellationToken);
        return go;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(10, Stop);
        }
    }
}
