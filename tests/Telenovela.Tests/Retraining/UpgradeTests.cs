using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Retraining;

/// <summary>Other models are shipped than those that the bot's own began with.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Other = "other-fr";

    private readonly ShippedModels _shipped = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _shipped.Dispose();

    [Fact]
    public async Task Publishes_Only_What_It_Trained_And_Takes_The_Others_As_They_Are_Shipped()
    {
        ShipOther();
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal([TinyShow.Model], ModelFiles.FoldersIn(night.Live.Generation.Directory));
        Assert.Equal(ModelFiles.FingerprintOf(_shipped.In(TinyShow.Model)), night.Live.Generation.LineageOf(TinyShow.Model).Base);
        Assert.Equal([TinyShow.Id, "phare"], night.Live.Telenovelas.Select(telenovela => telenovela.Id).Order());

        // A shipped model that nobody can read is none, and disturbs nobody.
        File.WriteAllText(Path.Combine(_shipped.In(Other), CheckpointFolder.WeightsFile), "rubbish");
        await night.GiveAsync(20);
        Assert.Equal(RunState.Promoted, (await night.RunAsync()).State);
        Assert.Equal([TinyShow.Id], night.Live.Telenovelas.Select(telenovela => telenovela.Id));
    }

    [Fact]
    public async Task Drops_Copies_Of_Shipped_Models_When_The_Generation_Before_Held_Some()
    {
        ShipOther();
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        var older = night.Generations.Publish(
            night.Generations.Resolve(),
            ModelFiles.FoldersIn(_shipped.Path).ToDictionary(model => model, _shipped.In),
            ModelFiles.FoldersIn(_shipped.Path).ToDictionary(model => model, _ => ModelLineage.Shipped),
            ModelFiles.FoldersIn(_shipped.Path).ToDictionary(model => model, _ => "ANA: El mar."));
        Assert.Equal(2, ModelFiles.FoldersIn(older.Directory).Count);
        await night.GiveAsync(20);

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal(older.Id, night.Live.Generation.Manifest!.Parent);
        Assert.Equal([TinyShow.Model], ModelFiles.FoldersIn(night.Live.Generation.Directory));
        Assert.Equal(_shipped.In(TinyShow.Model), night.Training.Orders[0].From);
        Assert.Null(run.Report.Models[0].StartedFrom);
    }

    [Fact]
    public async Task Has_Nothing_To_Do_When_The_Shipped_Models_Change_That_It_Did_Not_Begin_With()
    {
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);
        await night.RunAsync();

        ShipOther();
        Assert.Equal((RunState.Skipped, SkipReason.NothingNew), State(await night.RunAsync()));
        Directory.Delete(_shipped.Path, recursive: true);
        Assert.Equal((RunState.Skipped, SkipReason.NothingNew), State(await night.RunAsync()));

        await night.GiveAsync(20);
        var run = await night.RunAsync();
        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Directory.CreateDirectory(_shipped.Path);
    }

    [Fact]
    public async Task Begins_Anew_With_The_Shipped_Model_When_It_Is_Another_One()
    {
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);
        await night.RunAsync();
        _shipped.Ship(checkpoint => ShippedModels.Scaled(checkpoint, 1.001f) with { Origin = checkpoint.Origin with { HeldOut = [$"{TinyShow.Id}/s01e03"] } });

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        var report = Assert.Single(run.Report.Models);
        Assert.Null(report.StartedFrom);
        Assert.Equal((0, 0, 20), (run.NewLines, report.NewLines, report.Lines));
        Assert.Equal(_shipped.In(TinyShow.Model), night.Training.Orders[1].From);

        // All lines are new text for those weights, and news to nobody.
        Assert.All(await night.KeysAsync(), key => Assert.Contains(key, night.Live.Generation.LineageOf(TinyShow.Model).Contributions));
        Assert.Empty(night.News.Told[1].Learned);

        // What is held out is what the shipped model says now.
        Assert.Equal([$"{TinyShow.Id}/s01e03"], CheckpointFolder.Load(Path.Combine(night.Live.Generation.Directory, TinyShow.Model)).Origin.HeldOut);
        Assert.Equal(Nats(_shipped.In(TinyShow.Model), "s01e03"), report.HeldOut!.Champion, 6);
        Assert.Equal((RunState.Skipped, SkipReason.NothingNew), State(await night.RunAsync()));
    }

    [Fact]
    public async Task Uses_The_Shipped_Model_Itself_When_It_Is_Another_One_And_The_Challenger_Fails()
    {
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);
        await night.RunAsync();
        _shipped.Ship(checkpoint => ShippedModels.Scaled(checkpoint, 1.001f));
        night.Training.Spoil = checkpoint => ShippedModels.Scaled(checkpoint, 0.5f);

        var run = await night.RunAsync();

        Assert.Equal((RunState.Rejected, night.Live.Generation.Id), (run.State, run.Generation));
        Assert.NotNull(run.Generation);
        Assert.Empty(night.Live.Generation.Trained);
        Assert.Equal(TinyShow.Model, Assert.Single(night.Live.Telenovelas).Model);
        Assert.Single(night.News.Told);
        Assert.Equal((RunState.Skipped, SkipReason.Refused), State(await night.RunAsync()));

        // And back once more: the one before is outdated still, whatever was refused.
        night.Live.RollBack();
        night.Training.Spoil = checkpoint => checkpoint;
        var again = await night.RunAsync();
        Assert.True(again.State == RunState.Promoted, again.Report.ToJson());
    }

    [Fact]
    public async Task Publishes_Once_When_It_Was_Killed_Just_Behind_Leaving_A_Model_Out()
    {
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);
        var first = await night.RunAsync();
        _shipped.Ship(checkpoint => ShippedModels.Scaled(checkpoint, 1.001f));
        night.Training.Spoil = checkpoint => ShippedModels.Scaled(checkpoint, 0.5f);
        using var stopping = new CancellationTokenSource();
        night.Live.Exchanged += (_, _) => stopping.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => night.Runs.RunAsync(new RunRequest(RunTrigger.Nightly), CancellationToken.None, stopping.Token));
        var ids = night.Generations.Ids;
        Assert.Equal(2, ids.Count);

        var run = await night.Runs.RunAsync(null, CancellationToken.None, Stop);

        Assert.Equal((RunState.Rejected, ids[1]), (run!.State, run.Generation));
        Assert.Equal(ids, night.Generations.Ids);
        Assert.Equal(first.Generation, night.Live.Generation.Manifest!.Parent);
    }

    [Fact]
    public async Task Takes_No_Step_Back_For_Its_Own_Publication_When_A_Model_Would_Be_Left_Out()
    {
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);
        await night.RunAsync();
        _shipped.Ship(checkpoint => ShippedModels.Scaled(checkpoint, 1.001f));
        night.Training.Spoil = checkpoint => ShippedModels.Scaled(checkpoint, 0.5f);
        night.Training.Before = (_, _) =>
        {
            night.Live.RollBack();
            return Task.CompletedTask;
        };

        var run = await night.RunAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("were exchanged", run.Report.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_Forgets_What_The_Weights_Saw_When_A_Line_Has_Another_Home_Now()
    {
        await using var night = await NightUnderTest.OpenAsync(_shipped);
        await night.GiveAsync(20);
        var isle = await night.Store.GiveAsync(StoreUnderTest.Luis, StoreUnderTest.Line("Nadie canta aqui.", "la_isla", "es", "ANA"));
        await night.Store.ApproveAsync(isle[0]);
        await night.RunAsync();
        var learned = night.Live.Generation.LineageOf(TinyShow.Model).Contributions;
        Assert.Equal(21, learned.Count);
        _shipped.Ship(checkpoint => Knowing(checkpoint, new LearnedTelenovela("la_isla", "La isla", "es"), new LearnedTelenovela(TinyShow.Id, TinyShow.Title, "es")), "isla-es");

        await night.GiveAsync(12);
        var run = await night.RunAsync();

        Assert.Equal(2, run.Report.Models.Count);
        Assert.Contains(run.Report.Models, model => model is { Model: TinyShow.Model, Passed: true, NewLines: > 0 } && model.Lines == learned.Count + model.NewLines);
        Assert.All(learned, key => Assert.Contains(key, night.Live.Generation.LineageOf(TinyShow.Model).Contributions));
    }

    private static (RunState, SkipReason?) State(Telenovela.Bot.Retraining.Runs.RunSummary run) => (run.State, run.Report.Skipped);

    private static double Nats(string model, string episode) => Evaluator.Evaluate(
        LanguageModel.Load(model), TrainingText.Of(CorpusFolder.Load(TinyShow.Corpus)).Single(known => known.Name == $"{TinyShow.Id}/{episode}").Text).Nats;

    private static Checkpoint Knowing(Checkpoint checkpoint, params LearnedTelenovela[] telenovelas) =>
        checkpoint with { Origin = checkpoint.Origin with { Metadata = LearnedTelenovelas.Write(telenovelas) } };

    private void ShipOther() => _shipped.Ship(checkpoint => Knowing(checkpoint, new LearnedTelenovela("phare", "Le phare", "fr")), Other);
}
