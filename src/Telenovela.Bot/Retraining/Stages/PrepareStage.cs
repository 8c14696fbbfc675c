using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Texts;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Training;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Training;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>
/// Decides which models have something to learn, from which weights each begins, and on what text. A model begins with the champion's
/// weights, unless the champion has learned a line that may no longer be learned; then with the nearest weights before it that haven't.
/// </summary>
/// <param name="lines">Contributions.</param>
/// <param name="generations">Models.</param>
/// <param name="options">How much text.</param>
/// <param name="contributions">Where the corpus is.</param>
public sealed class PrepareStage(
    TrainingLines lines, GenerationStore generations, IOptions<RetrainingOptions> options, IOptions<ContributionCheckOptions> contributions) : IRetrainingStage
{
    /// <inheritdoc/>
    public string Name => StageName.Prepare;

    /// <inheritdoc/>
    public double Weight => 0.01;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        var champion = generations.Resolve();
        var all = await lines.AllAsync(cancellationToken).ConfigureAwait(false);
        var corpus = ModelCorpus.Load(contributions.Value.CorpusDirectory, cancellationToken);
        var checkpoints = ModelFiles.FoldersIn(champion.Directory).ToDictionary(model => model, model => CheckpointFolder.Load(Path.Combine(champion.Directory, model)), StringComparer.Ordinal);
        if (checkpoints.Count == 0)
        {
            throw new RetrainingException($"There is no language model in {champion.Directory} to go on from. Train one with `telenovela train`.");
        }

        var shares = Share(all, checkpoints);
        var learnable = all.Where(line => !line.HeldOut).Select(line => line.LearningKey).ToHashSet(StringComparer.Ordinal);
        var wishes = checkpoints.Select(model => Wish(model.Key, model.Value, champion, shares[model.Key], learnable)).Where(wish => wish is not null).ToList();
        var pending = wishes.Where(wish => wish!.MustBe || wish.News.Count >= options.Value.FewestNewLines).ToList();
        if (pending.Count == 0)
        {
            run.Report = run.Report with { Skipped = wishes.Count > 0 ? SkipReason.TooFew : Withheld(checkpoints.Keys, champion, shares) ? SkipReason.RolledBack : SkipReason.NothingNew };
            run.Outcome = RunState.Skipped;
            return;
        }

        var (plans, reports) = (new List<ModelPlan>(), new List<ModelReport>());
        foreach (var wish in pending)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (plan, report) = Write(run, wish!, corpus);
            plans.Add(plan);
            reports.Add(report);
        }

        run.Plan = new RunPlan(
            champion.Id,
            [.. pending.SelectMany(wish => wish!.News).Select(line => line.Sequence).Order()],
            plans,
            checkpoints.ToDictionary(model => model.Key, model => ProbeText(model.Value, corpus)));
        run.Report = run.Report with { Models = reports };
    }

    /// <summary>Each line goes to the model that knows its telenovela, or else to the first of its language.</summary>
    private static Dictionary<string, List<ApprovedLine>> Share(IReadOnlyList<ApprovedLine> all, Dictionary<string, Checkpoint> checkpoints)
    {
        var learned = checkpoints.ToDictionary(model => model.Key, model => LearnedTelenovelas.Read(model.Value.Origin.Metadata));
        var shares = checkpoints.Keys.ToDictionary(model => model, _ => new List<ApprovedLine>());
        foreach (var line in all)
        {
            var home = checkpoints.Keys.FirstOrDefault(model => learned[model].Any(known => known.Id == line.Telenovela && known.Language == line.Language))
                ?? checkpoints.Keys.FirstOrDefault(model => learned[model].Any(known => known.Language == line.Language));
            if (home is not null)
            {
                shares[home].Add(line);
            }
        }

        return shares;
    }

    /// <summary>What a model could learn; null where there is nothing.</summary>
    private ModelWish? Wish(string model, Checkpoint checkpoint, Generation champion, List<ApprovedLine> share, HashSet<string> learnable)
    {
        var lineage = champion.LineageOf(model);
        var gone = lineage.Contributions.Count(key => !learnable.Contains(key));
        var isOutdated = champion.Manifest is { } manifest && manifest.Base != ModelFiles.Fingerprint(generations.Shipped);
        var (startFolder, startLineage, startedFrom) = gone == 0 && !isOutdated
            ? (Path.Combine(champion.Directory, model), lineage, champion.Id)
            : StartFor(model, champion, learnable, isOutdated);
        var known = startLineage.Contributions.ToHashSet(StringComparer.Ordinal);
        var trainable = share.Where(line => !line.HeldOut).ToList();
        var tried = Tried(model, champion);
        var mustBe = gone > 0 || (isOutdated && trainable.Count > 0);
        var isNew = trainable.Any(line => !lineage.Contributions.Contains(line.LearningKey) && !tried.Contains(line.LearningKey));
        return isNew || mustBe
            ? new ModelWish(
                model, checkpoint, Path.Combine(champion.Directory, model), startFolder, startedFrom, gone, mustBe,
                [.. trainable.Where(line => !known.Contains(line.LearningKey))], [.. trainable.Where(line => known.Contains(line.LearningKey))], share.Max(line => (long?)line.Sequence) ?? lineage.Watermark)
            : null;
    }

    private (string Folder, ModelLineage Lineage, string? Generation) StartFor(string model, Generation champion, HashSet<string> learnable, bool isOutdated)
    {
        for (var id = isOutdated ? null : champion.Manifest?.Parent; id is not null;)
        {
            try
            {
                var before = generations.Open(id);
                if (before.LineageOf(model) is var lineage && lineage.Contributions.All(learnable.Contains) && Directory.Exists(Path.Combine(before.Directory, model)))
                {
                    return (Path.Combine(before.Directory, model), lineage, id);
                }

                id = before.Manifest!.Parent;
            }
            catch (GenerationException)
            {
                break;
            }
        }

        var shipped = Path.Combine(generations.Shipped, model);
        return Directory.Exists(shipped)
            ? (shipped, ModelLineage.Shipped, null)
            : throw new RetrainingException($"The model {model} learned lines that were deleted since, and the shipped model to begin anew with is not in {generations.Shipped}. Put it there.");
    }

    /// <summary>Lines that models learned which were rolled back: learning them once more would give what somebody didn't want.</summary>
    private HashSet<string> Tried(string model, Generation champion) =>
        [.. generations.Withdrawn.Where(manifest => manifest.Parent == champion.Id).SelectMany(manifest => manifest.Models.GetValueOrDefault(model)?.Contributions ?? [])];

    private bool Withheld(IEnumerable<string> models, Generation champion, Dictionary<string, List<ApprovedLine>> shares) => models.Any(model =>
        Tried(model, champion) is { Count: > 0 } tried && champion.LineageOf(model).Contributions is var known && shares[model].Any(line => tried.Contains(line.LearningKey) && !known.Contains(line.LearningKey)));

    private (ModelPlan Plan, ModelReport Report) Write(RunUnderWay run, ModelWish wish, IReadOnlyList<TrainingEpisode> corpus)
    {
        // The shipped model says what was held out; whatever was trained from it says the same.
        var part = ModelCorpus.Of(corpus, wish.Checkpoint.Origin) ?? throw new RetrainingException(
            $"The corpus in {contributions.Value.CorpusDirectory} lacks episodes that were held out from the model {wish.Model} ({string.Join(", ", wish.Checkpoint.Origin.HeldOut)}), so nobody could tell whether it gets better. Set Contributions:CorpusDirectory to the corpus that it was trained on.");
        var start = CheckpointFolder.Load(wish.Start);
        var learned = LearnedTelenovelas.Read(start.Origin.Metadata);
        var seed = run.Id;
        var text = TrainingMix.Of(wish.News, wish.Known, part.Episodes, learned, options.Value, seed);
        var plan = new ModelPlan(
            wish.Model, learned.Count > 0 ? learned[0].Language : "", wish.Champion, wish.Start, wish.StartedFrom, [.. wish.News.Concat(wish.Known).Select(line => line.LearningKey).Order(StringComparer.Ordinal)], wish.Watermark, seed);
        new PreparedTraining(
            new TrainingData(text, part.HeldOutText, [.. part.HeldOut.Select(episode => episode.Name)]),
            ContributedText.Learned(learned, [.. wish.News, .. wish.Known]),
            part.Files).Save(plan.TextIn(run.Folder));
        var vocabulary = start.Tokenizer.Vocabulary.ToHashSet(StringComparer.Ordinal);
        return (plan, new ModelReport(wish.Model, plan.Language)
        {
            NewLines = wish.News.Count,
            Lines = plan.Keys.Count,
            GoneLines = wish.Gone,
            StartedFrom = wish.StartedFrom,
            Watermark = wish.Watermark,
            NewCharacters = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Distinct().Where(character => !vocabulary.Contains(character)).Order(StringComparer.Ordinal)),
            CorpusFingerprint = part.Fingerprint,
            HeldOutFingerprint = part.HeldOutFingerprint,
        });
    }

    private static string ProbeText(Checkpoint checkpoint, IReadOnlyList<TrainingEpisode> corpus) => ModelCorpus.Of(corpus, checkpoint.Origin)?.HeldOutText is { } heldOut
        ? heldOut[..Math.Min(heldOut.Length, ModelProbe.Length)]
        : string.Concat(checkpoint.Tokenizer.Vocabulary);

    private sealed record ModelWish(
        string Model, Checkpoint Checkpoint, string Champion, string Start, string? StartedFrom, int Gone, bool MustBe, IReadOnlyList<ApprovedLine> News, IReadOnlyList<ApprovedLine> Known, long Watermark);
}
