using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Tests.Bot;

/// <summary>Training runs that never were.</summary>
internal static class NightRuns
{
    /// <summary>A model that passed the gate, or didn't.</summary>
    public static ModelReport Model(string model = "telenovela-en", double champion = 1.1648, double challenger = 1.1602, bool passes = true, string language = "en") => new(model, language)
    {
        NewLines = 42,
        Lines = 310,
        NewCharacters = "ñ€",
        Epochs = [new EpochFigures(1, 1.1, champion - 0.001), new EpochFigures(2, 1.0, challenger)],
        HeldOut = new Comparison(champion, challenger, 40_000),
        HeldOutLines = new LineComparison(2.1, 1.95, 60, 0.031),
        Before = new Sample("High Tide", 7, "MARISOL: The sea is closed."),
        After = new Sample("High Tide", 7, "MARISOL: The sea is open, and so is the letter."),
        Findings =
        [
            new GateFinding(GateRule.Finite, true, 0, 0),
            new GateFinding(GateRule.HeldOutEpisodes, passes, challenger - champion, 0.005),
            new GateFinding(GateRule.Drift, true, -0.0061, 0.02),
            new GateFinding(GateRule.HeldOutContributions, true, -0.15, 0.031),
            new GateFinding(GateRule.Endings, true, 0.97, 0.9),
            new GateFinding(GateRule.KnownWords, true, 0.995, 0.95),
            new GateFinding(GateRule.Copies, true, 41, 60),
            new GateFinding(GateRule.Lineage, true, 0, 0),
            new GateFinding(GateRule.Exposure, true, 0.0123, 0.05),
        ],
    };

    /// <summary>A run that has ended, in the database.</summary>
    public static async Task<RunSummary> AddAsync(
        this BotUnderTest bot, RunState state, RunReport report, string? generation = null, int newLines = 42, RunTrigger trigger = RunTrigger.Nightly)
    {
        var store = bot.Get<TrainingRunStore>();
        var stop = TestContext.Current.CancellationToken;
        var run = (await store.BeginAsync(new RunRequest(trigger), stop))!;
        await store.BeginStageAsync(run.Id, StageName.Prepare, stop);
        bot.Clock.Advance(TimeSpan.FromMinutes(12));
        await store.EndStageAsync(run.Id, StageName.Prepare, newLines, report, stop);
        await store.BeginStageAsync(run.Id, StageName.Train, stop);
        return await store.EndAsync(run.Id, state, generation, report, stop);
    }

    /// <summary>A promoted run in the database.</summary>
    public static Task<RunSummary> PromoteAsync(this BotUnderTest bot, string generation, params IReadOnlyList<ModelReport> models) =>
        bot.AddAsync(RunState.Promoted, new RunReport { Models = models.Count == 0 ? [Model()] : models }, generation);
}
