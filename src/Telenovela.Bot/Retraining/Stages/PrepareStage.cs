using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Texts;
using Telenovela.Bot.Retraining.Training;
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
        var checkpoints = LoadUsable(generations.ModelsOf(champion));
        if (checkpoints.Count == 0)
        {
            throw new RetrainingException($"There is no language model in {generations.Shipped} to go on from. Train one with `telenovela train`.");
        }

        var needs = new LearningNeeds(
            generations,
            champion,
            await lines.AllAsync(cancellationToken).ConfigureAwait(false),
            await runs.HistoryAsync(HistoryLength, cancellationToken).ConfigureAwait(false),
            byHand: run.Trigger != RunTrigger.Nightly);
        var all = needs.Of(checkpoints);
        var pressing = all.Where(need => need.MustGo || need.News.Count >= options.Value.FewestNewLines).ToList();
        if (pressing.Count == 0)
        {
            run.Report = run.Report with { Skipped = all.Count > 0 ? SkipReason.TooFew : needs.Reason ?? SkipReason.NothingNew };
            run.Outcome = RunState.Skipped;
            return;
        }

        var corpus = await BackgroundPriority.RunAsync(() => ModelCorpus.Load(contributions.Value.CorpusDirectory, cancellationToken)).ConfigureAwait(false);
        var planned = pressing.Select(need => Plan(run, need, checkpoints)).ToList();
        run.Plan = new RunPlan(
            champion.Id,
            [.. planned.Select(model => model.Plan).OfType<ModelPlan>()],
            checkpoints.ToDictionary(model => model.Key, model => ProbeText(model.Value, corpus)));
        run.Report = run.Report with { Models = [.. planned.Select(model => model.Report)] };
        foreach (var (need, plan) in pressing.Zip(planned, (need, model) => (need, model.Plan)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (plan is not null)
            {
                await run.TryAsync(
                    plan.Model,
                    async () => run.Know(plan.Model, await BackgroundPriority.RunAsync(() => Write(run, need, plan, checkpoints[plan.Model], corpus)).ConfigureAwait(false))).ConfigureAwait(false);
            }
        }

        run.RequireWork();
    }

    /// <summary>Plans a model's part. Without usable weights to begin with there is none, and the report says why.</summary>
    private static (ModelPlan? Plan, ModelReport Report) Plan(RunUnderWay run, LearningNeed need, OrderedDictionary<string, Checkpoint> checkpoints)
    {
        var report = new ModelReport(need.Model, LanguageOf(checkpoints[need.Model]))
        {
            NewLines = need.NewLines.Count,
            GoneLines = need.Gone,
            StartedFrom = need.Start?.Generation,
            Watermark = need.Watermark,
        };
        if (need.Start is null)
        {
            return (null, report with { Failure = need.Problem });
        }

        try
        {
            // From here on the weights that training begins with speak for the model: what is held out may be other text than before.
            checkpoints[need.Model] = CheckpointFolder.Load(need.Start.Folder);
        }
        catch (Exception unusable) when (unusable is CheckpointException or IOException or UnauthorizedAccessException)
        {
            return (null, report with { Failure = unusable.Message });
        }

        IReadOnlyList<string> keys = [.. need.News.Concat(need.Known).Select(line => line.LearningKey).Union(need.Start.Lineage.Contributions, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var plan = new ModelPlan(
            need.Model, LanguageOf(checkpoints[need.Model]), need.Champion, need.Start.Folder, need.Start.Generation, need.NewLines, keys, need.Watermark, run.Id)
        {
            MustGo = need.MustGo,
            StartLineage = need.Start.Lineage,
        };
        return (plan, report with { Language = plan.Language, Lines = plan.Keys.Count });
    }

    /// <summary>Writes down what a model is to learn.</summary>
    /// <returns>What is known of it then.</returns>
    private Func<ModelReport, ModelReport> Write(RunUnderWay run, LearningNeed need, ModelPlan plan, Checkpoint start, IReadOnlyList<TrainingEpisode> corpus)
    {
        // The model says what was held out when it was first trained; whatever is trained from it says the same.
        var part = ModelCorpus.Of(corpus, start.Origin) ?? throw new RetrainingException(
            $"The corpus in {contributions.Value.CorpusDirectory} lacks episodes that were held out from the model {need.Model} ({string.Join(", ", start.Origin.HeldOut)}), so nobody could tell whether it gets better. Set Contributions:CorpusDirectory to the corpus that it was trained on.");
        var learned = LearnedTelenovelas.Read(start.Origin.Metadata);
        var text = TrainingMix.Of(need.News, need.Known, part.Episodes, learned, options.Value, run.Id);
        new PreparedTraining(
            new TrainingData(text, part.HeldOutText, [.. part.HeldOut.Select(episode => episode.Name)]),
            ContributedText.Learned(learned, [.. need.News, .. need.Known]),
            part.Files).Save(plan.TextIn(run.Folder));
        var vocabulary = start.Tokenizer.Vocabulary.ToHashSet(StringComparer.Ordinal);
        return known => known with
        {
            NewCharacters = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Distinct().Where(character => !vocabulary.Contains(character)).Order(StringComparer.Ordinal)),
            CorpusFingerprint = part.Fingerprint,
            HeldOutFingerprint = part.HeldOutFingerprint,
        };
    }

    private static string LanguageOf(Checkpoint checkpoint) => LearnedTelenovelas.Read(checkpoint.Origin.Metadata) is [var first, ..] ? first.Language : "";

    private static OrderedDictionary<string, Checkpoint> LoadUsable(IReadOnlyDictionary<string, string> folders)
    {
        var usable = new OrderedDictionary<string, Checkpoint>(StringComparer.Ordinal);
        foreach (var (model, folder) in folders)
        {
            try
            {
                usable.Add(model, CheckpointFolder.Load(folder));
            }
            catch (Exception unusable) when (unusable is CheckpointException or IOException or UnauthorizedAccessException)
            {
                // A shipped one, which doesn't write either; whoever loads it for that says why.
            }
        }

        return usable;
    }

    private static string ProbeText(Checkpoint checkpoint, IReadOnlyList<TrainingEpisode> corpus) => ModelCorpus.Of(corpus, checkpoint.Origin)?.HeldOutText is { } heldOut
        ? heldOut[..Math.Min(heldOut.Length, ModelProbe.Length)]
        : string.Concat(checkpoint.Tokenizer.Vocabulary);
}
