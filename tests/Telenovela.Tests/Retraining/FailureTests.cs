using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Models;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Retraining;

/// <summary>A model's part of a night goes wrong.</summary>
public sealed class FailureTests : IDisposable
{
    private const string Other = "other-fr";

    private readonly ShippedModels _shipped = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _shipped.Dispose();

    [Fact]
    public async Task Ends_The_Run_When_No_Other_Model_Is_Left()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        night.Training.Before = (_, _) => throw new RetrainingException("Training took more than 64 MB of memory.");

        var run = await night.RunAsync();

        Assert.Equal((RunState.Failed, "Training took more than 64 MB of memory."), (run.State, run.Report.Failure));
        Assert.Null(night.Live.Generation.Id);
        Assert.False(Directory.Exists(night.Paths.Of(run.Id)));
    }

    [Theory]
    [InlineData(StageName.Prepare)]
    [InlineData(StageName.Train)]
    public async Task Lets_The_Others_Go_On(string stage)
    {
        // Its telenovela is in no corpus, so that nobody can tell whether it gets better; or it is, and its training fails.
        _shipped.Ship(
            checkpoint => checkpoint with
            {
                Origin = checkpoint.Origin with { Metadata = LearnedTelenovelas.Write([new LearnedTelenovela(stage == StageName.Prepare ? "phare" : TinyShow.Id, "Le phare", "fr")]) },
            },
            Other);
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);
        var lines = await night.Store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("Personne ne chante ici.", "phare", "fr", "ANA"));
        await night.Store.ApproveAsync(lines[0]);
        night.Training.Before = (order, _) => order.From == _shipped.In(Other) ? throw new RetrainingException("no memory") : Task.CompletedTask;

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal([TinyShow.Model], night.Live.Generation.Trained);
        Assert.Null(run.Report.Models.Single(model => model.Model == TinyShow.Model).Failure);
        Assert.Contains(stage == StageName.Prepare ? "lacks episodes" : "no memory", run.Report.Models.Single(model => model.Model == Other).Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StageName.Train)]
    [InlineData(StageName.Evaluate)]
    public async Task Uses_The_Weights_Before_When_A_Line_Is_Gone_And_No_Challenger_Comes_Of_It(string stage)
    {
        await using var night = await NightUnderTest.OpenAsync();
        var secret = await night.GiveAsync(12, StoreUnderTest.Luis);
        await night.RunAsync();
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, secret[0], Stop);
        night.Training.Before = (_, _) => stage == StageName.Train ? throw new RetrainingException("no memory") : Task.CompletedTask;
        night.Training.Spoil = checkpoint => ShippedModels.Scaled(checkpoint, float.NaN);

        var run = await night.RunAsync();

        Assert.Equal((RunState.Rejected, night.Live.Generation.Id), (run.State, run.Generation));
        Assert.NotNull(run.Report.Models.Single().Failure);
        Assert.Empty(night.Live.Generation.Trained);
        Assert.Equal([run.Generation!], night.Generations.Ids);
        Assert.Single(night.News.Told);
    }

    [Fact]
    public async Task Says_What_Is_Missing_And_Lets_The_Others_Go_On_When_There_Is_Nothing_To_Begin_Anew_With()
    {
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        var secret = await night.GiveAsync(12, StoreUnderTest.Luis);
        var first = await night.RunAsync();
        await night.Store.Personal.DeleteLineAsync(StoreUnderTest.Luis, secret[0], Stop);
        Directory.Delete(_shipped.In(TinyShow.Model), recursive: true);

        var run = await night.RunAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("Put it there.", run.Report.Failure, StringComparison.Ordinal);
        Assert.Equal(first.Generation, night.Live.Generation.Id);
    }
}
