using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Texts;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Training;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Decides which models have something to learn, and writes down what.</summary>
/// <param name="lines">Contributions.</param>
/// <param name="generations">Models.</param>
/// <param name="runs">What was tried already.</param>
/// <param name="options">How much text.</param>
/// <param name="contributions">Where the corpus is.</param>
public sealed class PrepareStage(
    TrainingLines lines, GenerationStore generations, TrainingRunStore runs, IOptions<RetrainingOptions> options, IOptions<ContributionCheckOptions> contributions) : IRetrainingStage
{
    private const int HistoryLength = 100;

    /// <inheritdoc/>
    public string Name => StageName.Prepare;

    /// <inheritdoc/>
    public double Weight => 0.01;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        var champion = generations.Resolve();
        var checkpoints = ModelFiles.FoldersIn(champion.Directory).ToDictionary(model => model, model => CheckpointFolder.Load(Path.Combine(champion.Directory, model)), StringComparer.Ordinal);
        if (checkpoints.Count == 0)
        {
            throw new RetrainingException($"There is no language model in {champion.Directory} to go on from. Train one with `telenovela train`.");
        }

        var needs = new LearningNeeds(
            generations,
            champion,
            await lines.AllAsync(cancellationToken).ConfigureAwait(false),
            await runs.HistoryAsync(HistoryLength, cancellationToken).ConfigureAwait(false),
            byHand: run.Trigger != RunTrigger.Nightly);
        var all = needs.Of(checkpoints);
        var pressing = all.Where(need => need.MustBe || need.News.Count >= options.Value.FewestNewLines).ToList();
        if (pressing.Count == 0)
        {
            run.Report = run.Report with { Skipped = all.Count > 0 ? SkipReason.TooFew : needs.Reason ?? SkipReason.NothingNew };
            run.Outcome = RunState.Skipped;
            return;
        }

        var corpus = ModelCorpus.Load(contributions.Value.CorpusDirectory, cancellationToken);
        var written = new List<(ModelPlan Plan, ModelReport Report)>();
        foreach (var need in pressing)
        {
            cancellationToken.ThrowIfCancellationRequested();
            written.Add(Write(run, need, corpus));
        }

        run.Plan = new RunPlan(
            champion.Id,
            [.. written.Select(one => one.Plan)],
            checkpoints.ToDictionary(model => model.Key, model => ProbeText(model.Value, corpus)));
        run.Report = run.Report with { Models = [.. written.Select(one => one.Report)] };
    }

    private (ModelPlan Plan, ModelReport Report) Write(RunUnderWay run, LearningNeed need, IReadOnlyList<TrainingEpisode> corpus)
    {
        // The model says what was held out when it was first trained; whatever is trained from it says the same.
        var part = ModelCorpus.Of(corpus, need.Checkpoint.Origin) ?? throw new RetrainingException(
            $"The corpus in {contributions.Value.CorpusDirectory} lacks episodes that were held out from the model {need.Model} ({string.Join(", ", need.Checkpoint.Origin.HeldOut)}), so nobody could tell whether it gets better. Set Contributions:CorpusDirectory to the corpus that it was trained on.");
        var start = CheckpointFolder.Load(need.Start);
        var learned = LearnedTelenovelas.Read(start.Origin.Metadata);
        var text = TrainingMix.Of(need.News, need.Known, part.Episodes, learned, options.Value, run.Id);
        var plan = new ModelPlan(
            need.Model,
            learned.Count > 0 ? learned[0].Language : "",
            need.Champion,
            need.Start,
            need.StartedFrom,
            [.. need.News.Select(line => line.Sequence)],
            [.. need.News.Concat(need.Known).Select(line => line.LearningKey).Order(StringComparer.Ordinal)],
            need.Watermark,
            run.Id);
        new PreparedTraining(
            new TrainingData(text, part.HeldOutText, [.. part.HeldOut.Select(episode => episode.Name)]),
            ContributedText.Learned(learned, [.. need.News, .. need.Known]),
            part.Files).Save(plan.TextIn(run.Folder));
        var vocabulary = start.Tokenizer.Vocabulary.ToHashSet(StringComparer.Ordinal);
        return (plan, new ModelReport(need.Model, plan.Language)
        {
            NewLines = need.News.Count,
            Lines = plan.Keys.Count,
            GoneLines = need.Gone,
            StartedFrom = need.StartedFrom,
            Watermark = need.Watermark,
            NewCharacters = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Distinct().Where(character => !vocabulary.Contains(character)).Order(StringComparer.Ordinal)),
            CorpusFingerprint = part.Fingerprint,
            HeldOutFingerprint = part.HeldOutFingerprint,
        });
    }

    private static string ProbeText(Checkpoint checkpoint, IReadOnlyList<TrainingEpisode> corpus) => ModelCorpus.Of(corpus, checkpoint.Origin)?.HeldOutText is { } heldOut
        ? heldOut[..Math.Min(heldOut.Length, ModelProbe.Length)]
        : string.Concat(checkpoint.Tokenizer.Vocabulary);
}
