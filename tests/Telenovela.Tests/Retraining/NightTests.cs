using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Writing;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Retraining;

public sealed class NightTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publishes_A_Challenger_When_It_Learned_New_Lines()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(40, heldOut: true);

        var run = await night.RunAsync();

        Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
        Assert.Equal(36, run.NewLines);
        Assert.Equal([StageName.Prepare, StageName.Train, StageName.Evaluate, StageName.Gate, StageName.Publish, StageName.Announce], run.Stages.Select(stage => stage.Name));
        Assert.All(run.Stages, stage => Assert.NotNull(stage.FinishedAt));
        Assert.Equal(run.Generation, night.Live.Generation.Id);
        Assert.Equal(await night.KeysAsync(), night.Live.Generation.LineageOf(TinyShow.Model).Contributions, (one, other) => one.Order().SequenceEqual(other.Order()));
        Assert.Equal(40, night.Live.Generation.LineageOf(TinyShow.Model).Watermark);
        Assert.False(Directory.Exists(night.Paths.Of(run.Id)));
        Assert.Single(night.News.Told);
        Assert.Equal(36, night.News.Told[0].Learned.Count);

        // The texts for comparison are told and not kept.
        Assert.All([night.News.Told[0].Run.Report.Models[0].Before, night.News.Told[0].Run.Report.Models[0].After], Assert.NotNull);
        Assert.All([run.Report.Models[0].Before, run.Report.Models[0].After], Assert.Null);
    }

    [Fact]
    public async Task Compares_On_Text_That_Nobody_Learned()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(40, heldOut: true);

        var report = (await night.RunAsync()).Report.Models.Single();

        Assert.Equal(4, report.HeldOutLines!.Lines);
        Assert.True(report.HeldOut!.Characters > 1000);
        Assert.Equal(64, report.HeldOutFingerprint.Length);
        foreach (var heldOut in await night.Store.Get<TrainingLines>().HeldOutAsync(Stop))
        {
            Assert.DoesNotContain(heldOut.Text, night.Training.Texts[0], StringComparison.Ordinal);
        }

        // The seventh episode is held out.
        Assert.Equal([$"{TinyShow.Id}/s01e07"], CheckpointFolder.Load(Path.Combine(night.Live.Generation.Directory, TinyShow.Model)).Origin.HeldOut);
    }

    [Fact]
    public async Task Grows_The_Vocabulary_When_Lines_Bring_New_Characters()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20, text: "¡Ñandú, qué vergüenza!");
        await night.GiveAsync(20);

        var run = await night.RunAsync();

        Assert.Contains("¡", run.Report.Models[0].NewCharacters, StringComparison.Ordinal);
        var before = CheckpointFolder.Load(Path.Combine(TinyShow.Models, TinyShow.Model));
        var after = CheckpointFolder.Load(Path.Combine(night.Live.Generation.Directory, TinyShow.Model));
        Assert.Equal(before.Tokenizer.Vocabulary, after.Tokenizer.Vocabulary.Take(before.Tokenizer.Vocabulary.Count));
        Assert.Contains("Ñ", after.Tokenizer.Vocabulary);
    }

    [Fact]
    public async Task Skips_When_Nothing_New_Was_Approved()
    {
        await using var night = await NightUnderTest.OpenAsync();
        Assert.Equal((RunState.Skipped, SkipReason.NothingNew), State(await night.RunAsync()));
        await night.GiveAsync(20);
        await night.RunAsync();

        Assert.Equal((RunState.Skipped, SkipReason.NothingNew), State(await night.RunAsync()));
        Assert.Single(night.Training.Orders);
    }

    [Fact]
    public async Task Skips_When_There_Are_Fewer_Lines_Than_A_Run_Is_Worth()
    {
        await using var night = await NightUnderTest.OpenAsync(settings: ("Retraining:FewestNewLines", 30));
        await night.GiveAsync(20);

        Assert.Equal((RunState.Skipped, SkipReason.TooFew), State(await night.RunAsync()));
    }

    [Fact]
    public async Task Keeps_The_Champion_When_The_Challenger_Is_Worse()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        night.Training.Spoil = checkpoint => checkpoint with { Weights = checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Select(value => value * 0.5f).ToArray()) };

        var run = await night.RunAsync();

        Assert.Equal(RunState.Rejected, run.State);
        Assert.Contains(run.Report.Models[0].Findings, finding => finding is { Rule: GateRule.HeldOutEpisodes, Passed: false });
        Assert.Null(night.Live.Generation.Id);
        Assert.Empty(night.Generations.Ids);
        Assert.Empty(night.News.Told);
    }

    [Fact]
    public async Task Tries_Again_What_Was_Refused_Only_When_There_Is_More_Or_By_Hand()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        night.Training.Spoil = checkpoint => checkpoint with { Weights = checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Select(value => value * 0.5f).ToArray()) };
        Assert.Equal(RunState.Rejected, (await night.RunAsync()).State);

        Assert.Equal((RunState.Skipped, SkipReason.Refused), State(await night.RunAsync()));
        Assert.Equal(RunState.Rejected, (await night.RunAsync(RunTrigger.Command)).State);
        Assert.Equal((RunState.Skipped, SkipReason.Refused), State(await night.RunAsync()));
        await night.GiveAsync(1);
        night.Training.Spoil = checkpoint => checkpoint;
        Assert.Equal((RunState.Promoted, 21), (await night.RunAsync()) is var run ? (run.State, run.NewLines) : default);
    }

    [Fact]
    public async Task Fails_With_Words_When_The_Challenger_Has_No_Numbers()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        night.Training.Spoil = checkpoint => checkpoint with { Weights = checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Select(_ => float.NaN).ToArray()) };

        var run = await night.RunAsync();

        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("no numbers", run.Report.Failure, StringComparison.Ordinal);
        Assert.Null(night.Live.Generation.Id);
        Assert.False(Directory.Exists(night.Paths.Of(run.Id)));
    }

    [Fact]
    public async Task Does_Not_Make_Again_What_Was_Rolled_Back()
    {
        await using var night = await NightUnderTest.OpenAsync();
        await night.GiveAsync(20);
        await night.RunAsync();
        var back = await night.Store.Get<RollBack>().DoAsync(null, Stop);
        Assert.Equal((RunState.RolledBack, null), (back.State, back.Generation));
        Assert.Null(night.Live.Generation.Id);

        Assert.Equal((RunState.Skipped, SkipReason.RolledBack), State(await night.RunAsync()));

        // With something new all of it is tried once more, and so it is by hand.
        await night.GiveAsync(10);
        var run = await night.RunAsync();
        Assert.Equal(30, run.NewLines);
    }

    [Fact]
    public async Task Writes_With_The_New_Model_When_A_Run_Was_Promoted()
    {
        await using var night = await NightUnderTest.OpenAsync();
        var before = night.Live.Write(new WritingRequest { Telenovela = TinyShow.Id, Length = 400, Seed = 4 }, Stop);
        await night.GiveAsync(40);
        var run = await night.RunAsync();

        var after = night.Live.Write(new WritingRequest { Telenovela = TinyShow.Id, Length = 400, Seed = 4 }, Stop);

        Assert.NotEqual(before.Text, after.Text);
        Assert.Equal($"{TinyShow.Model}@{run.Generation}", after.Telenovela.Model);
    }

    [Fact]
    public async Task Keeps_No_More_Generations_Than_Wanted()
    {
        await using var night = await NightUnderTest.OpenAsync(settings: ("Retraining:KeptGenerations", 2));
        for (var at = 0; at < 5; at++)
        {
            await night.GiveAsync(12);
            var run = await night.RunAsync();
            Assert.True(run.State == RunState.Promoted, run.Report.ToJson());
            night.Store.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(3, night.Generations.Ids.Count);
        Assert.Equal(5, (await night.History.ChangesAsync(10, Stop)).Count);
    }

    [Fact]
    public async Task Lets_New_People_And_New_Telenovelas_In_When_They_Have_Lines_Enough()
    {
        await using var night = await NightUnderTest.OpenAsync();
        var random = new Random(5);
        var ids = await night.Store.GiveAsync(StoreUnderTest.Luis, [.. Enumerable.Range(0, 40).Select(at => StoreUnderTest.Line($"{TinyShow.Line(random)} {at}", "la_isla", "es", "BRUNO"))]);
        foreach (var id in ids)
        {
            await night.Store.ApproveAsync(id);
        }

        await night.RunAsync();

        Assert.Contains(night.Live.Telenovelas, telenovela => telenovela.Id == "la_isla");
        Assert.Contains("BRUNO: ", night.Live.Write(new WritingRequest { Telenovela = "la_isla", Length = 200, Seed = 2 }, Stop).Text, StringComparison.Ordinal);
    }

    private static (RunState, SkipReason?) State(Telenovela.Bot.Retraining.Runs.RunSummary run) => (run.State, run.Report.Skipped);
}
