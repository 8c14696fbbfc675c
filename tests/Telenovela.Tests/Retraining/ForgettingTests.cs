using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Retraining;

public sealed class ForgettingTests
{
    private const string Secret = "El tesoro esta bajo la escalera verde";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begins_With_Weights_That_Never_Saw_A_Line_When_It_Was_Deleted()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var first = await night.RunAsync();
        var secret = await night.GiveAsync(1, StoreUnderTest.Luis, Secret);
        var second = await night.RunAsync();
        Assert.True(second.State == RunState.Promoted, second.Report.ToJson());
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, secret[0], Stop);

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal(1, run.Report.Models[0].GoneLines);
        Assert.Equal(first.Generation, run.Report.Models[0].StartedFrom);
        Assert.DoesNotContain(Secret, night.Training.Texts[2], StringComparison.Ordinal);
        Assert.All(await night.KeysAsync(), key => Assert.Contains(key, night.Live.Generation.LineageOf(TinyShow.Model).Contributions));
        Assert.Equal(20, night.Live.Generation.LineageOf(TinyShow.Model).Contributions.Count);
        Assert.Equal(2, night.Generations.Ids.Count);
    }

    [Fact]
    public async Task Takes_The_Old_Weights_When_Those_Without_The_Deleted_Line_Fail_The_Gate()
    {
        await using var night = await NightUnderTest.OpenAsync();
        var secret = await night.GiveAsync(12, StoreUnderTest.Luis, Secret);
        await night.RunAsync();
        Assert.NotNull(night.Live.Generation.Id);
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, secret[0], Stop);
        night.Training.Spoil = checkpoint => checkpoint with { Weights = checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Select(value => value * 0.5f).ToArray()) };

        var run = await night.RunAsync();

        Assert.Equal(RunState.Rejected, run.State);
        Assert.Equal(run.Generation, night.Live.Generation.Id);
        Assert.Empty(night.Live.Generation.LineageOf(TinyShow.Model).Contributions);
        Assert.Equal([run.Generation!], night.Generations.Ids);
    }

    [Fact]
    public async Task Removes_Earlier_Generations_When_They_Learned_A_Deleted_Line()
    {
        await using var night = await NightUnderTest.OpenAsync();
        var given = await night.GiveAsync(20, StoreUnderTest.Luis);
        await night.RunAsync();
        await night.Store.Get<RollBack>().DoAsync(null, Stop);
        await night.GiveAsync(20);
        Assert.Single(night.Generations.Withdrawn);
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, given[0], Stop);

        await Follower(night).FollowAsync(Stop);

        Assert.Empty(night.Generations.Withdrawn);
        Assert.Empty(Directory.EnumerateDirectories(night.Paths.Models));
    }

    [Fact]
    public async Task Begins_Anew_When_A_Line_Is_Deleted_While_It_Is_Learned()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var secret = await night.GiveAsync(2, StoreUnderTest.Luis, Secret);
        night.Training.Before = async (_, cancellationToken) =>
        {
            if (night.Training.Orders.Count == 1)
            {
                await night.Store.Personal.DeleteAllAsync(StoreUnderTest.Luis, Stop);
                await UntilCancelledAsync(night, cancellationToken);
            }
        };

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal(2, night.Training.Texts.Count);
        Assert.Contains(Secret, night.Training.Texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, night.Training.Texts[1], StringComparison.Ordinal);
        Assert.Equal(20, run.NewLines);
        Assert.Equal(2, secret.Count);
    }

    [Fact]
    public async Task Begins_Anew_When_A_Deletion_Is_Seen_Only_Before_Publishing()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        await night.GiveAsync(2, StoreUnderTest.Luis, Secret);
        night.Training.Before = async (_, _) =>
        {
            if (night.Training.Orders.Count == 1)
            {
                // Nobody tells the run.
                await night.Store.Personal.DeleteAllAsync(StoreUnderTest.Luis, Stop);
            }
        };

        var run = await night.RunAsync();

        Assert.Equal(2, night.Training.Texts.Count);
        Assert.DoesNotContain(Secret, night.Training.Texts[1], StringComparison.Ordinal);
        Assert.Equal(20, night.Live.Generation.LineageOf(TinyShow.Model).Contributions.Count);
        Assert.Equal(RunState.Promoted, run.State);
    }

    [Fact]
    public async Task Measures_Lines_Whose_Consent_Was_Withdrawn_Against_Paraphrases()
    {
        await using var night = await NightUnderTest.OpenAsync();
        var random = new Random(31);
        await night.GiveAsync(20);
        for (var at = 0; at < 10; at++)
        {
            // So long that no line of the others is nearly the same.
            await night.GiveAsync(1, StoreUnderTest.Luis, $"{TinyShow.Line(random)} {TinyShow.Line(random)} {TinyShow.Line(random)}");
        }

        await night.RunAsync();
        await night.Store.Get<ConsentRegister>().WithdrawAsync(StoreUnderTest.Luis, Stop);

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal(10, run.Report.Models[0].Exposure!.Lines);
        Assert.Equal(10, run.Report.Models[0].GoneLines);
        Assert.Equal(20, night.Live.Generation.LineageOf(TinyShow.Model).Contributions.Count);
    }

    [Fact]
    public async Task Goes_On_When_A_Line_Is_Deleted_That_It_Does_Not_Learn()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var pending = await night.Store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line(Secret, TinyShow.Id, "es", "ANA"));
        night.Training.Before = async (_, cancellationToken) =>
        {
            await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, pending[0], Stop);
            for (var at = 0; at < 20; at++)
            {
                night.Store.Clock.Advance(DeletionWatch.Pause);
                await Task.Delay(5, cancellationToken);
            }
        };

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Single(night.Training.Texts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removes_What_An_Interrupted_Run_Left_When_It_Learned_A_Deleted_Line(bool learned)
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        var secret = learned
            ? await night.GiveAsync(1, StoreUnderTest.Luis, Secret)
            : await night.Store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line(Secret, TinyShow.Id, "es", "ANA"));
        using var stopping = new CancellationTokenSource();
        night.Training.Before = (_, _) => stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => night.Runs.RunAsync(new RunRequest(RunTrigger.Nightly), CancellationToken.None, stopping.Token));
        var folder = Assert.Single(Directory.GetDirectories(night.Paths.Runs));
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, secret[0], Stop);

        await Follower(night).FollowAsync(Stop);

        Assert.Equal(!learned, Directory.Exists(folder));
        night.Training.Before = (_, _) => Task.CompletedTask;
        var run = await night.Runs.RunAsync(null, CancellationToken.None, Stop);
        Assert.True(run!.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal(20, run.NewLines);
        Assert.DoesNotContain(Secret, night.Training.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removes_What_A_Run_Left_That_Was_Killed_While_It_Ended()
    {
        await using var night = await NightUnderTest.OpenAsync();
        var given = await night.GiveAsync(20);
        var run = await night.RunAsync();
        var text = Path.Combine(Directory.CreateDirectory(Path.Combine(night.Paths.Of(run.Id), TinyShow.Model, "text")).FullName, "train.txt");
        await File.WriteAllTextAsync(text, Secret, Stop);
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Ana, given[0], Stop);

        await Follower(night).FollowAsync(Stop);

        Assert.Empty(Directory.EnumerateFileSystemEntries(night.Paths.Runs));
    }

    [Fact]
    public async Task Looks_Again_When_One_Consents_Anew_And_Another_Withdraws()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(2, StoreUnderTest.Ana);
        await night.GiveAsync(2, StoreUnderTest.Luis);
        var (lines, consents) = (night.Store.Get<TrainingLines>(), night.Store.Get<ConsentRegister>());
        await consents.WithdrawAsync(StoreUnderTest.Ana, Stop);
        var before = await lines.RemovalsAsync(Stop);

        night.Store.Clock.Advance(TimeSpan.FromSeconds(1));
        await night.Store.ConsentAsync(StoreUnderTest.Ana);
        await consents.WithdrawAsync(StoreUnderTest.Luis, Stop);

        Assert.NotEqual(before, await lines.RemovalsAsync(Stop));
    }

    /// <summary>Waits, as a training would go on, while time passes.</summary>
    private static async Task UntilCancelledAsync(NightUnderTest night, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            night.Store.Clock.Advance(DeletionWatch.Pause);
            await Task.Delay(5, Stop);
        }
    }

    [Fact]
    public async Task Does_Not_Measure_Withdrawn_Lines_That_Somebody_Else_Gave_Too()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        await night.GiveAsync(1, StoreUnderTest.Luis, Secret);
        await night.GiveAsync(1, StoreUnderTest.Luis, "La luz se apaga a medianoche");
        await night.GiveAsync(1, StoreUnderTest.Ana, Secret + "!");
        await night.Store.Get<ConsentRegister>().WithdrawAsync(StoreUnderTest.Luis, Stop);

        await night.RunAsync();

        Assert.Equal(["La luz se apaga a medianoche"], night.Measuring.Orders[0].Withheld.Select(line => line.Text));
        Assert.Equal(night.Measuring.Orders[0].Shipped, night.Measuring.Orders[0].Baseline);
    }

    private static RetrainingErasure Follower(NightUnderTest night) => night.Store.Get<IEnumerable<IErasureFollower>>().OfType<RetrainingErasure>().Single();
}
