using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>
/// Finds out what each model in use has to learn. A model begins with its own weights, unless it has learned a line that may no longer be learned;
/// then with the nearest weights before it that haven't.
/// </summary>
/// <param name="generations">Models.</param>
/// <param name="champion">The generation in use.</param>
/// <param name="lines">All approved lines.</param>
/// <param name="history">The last runs, newest first.</param>
/// <param name="byHand">Whether somebody wants it now, and what was tried in vain may be tried again.</param>
internal sealed class LearningNeeds(
    GenerationStore generations, Generation champion, IReadOnlyList<ApprovedLine> lines, IReadOnlyList<RunSummary> history, bool byHand)
{
    private readonly HashSet<string> _learnable = [.. lines.Where(line => !line.HeldOut).Select(line => line.LearningKey)];

    /// <summary>Why a model with new lines has no need; null where none had any.</summary>
    public SkipReason? Reason { get; private set; }

    /// <summary>The models' needs.</summary>
    /// <param name="checkpoints">The models in use, by folder.</param>
    /// <exception cref="RetrainingException">Weights to begin with are missing.</exception>
    public List<LearningNeed> Of(IReadOnlyDictionary<string, Checkpoint> checkpoints)
    {
        var shares = Share(checkpoints);
        return [.. checkpoints.Select(model => Of(model.Key, model.Value, shares[model.Key])).OfType<LearningNeed>()];
    }

    /// <summary>Each line goes to the model that knows its telenovela, or else to the first of its language.</summary>
    private Dictionary<string, List<ApprovedLine>> Share(IReadOnlyDictionary<string, Checkpoint> checkpoints)
    {
        var learned = checkpoints.ToDictionary(model => model.Key, model => LearnedTelenovelas.Read(model.Value.Origin.Metadata));
        var shares = checkpoints.Keys.ToDictionary(model => model, _ => new List<ApprovedLine>());
        foreach (var line in lines)
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

    private LearningNeed? Of(string model, Checkpoint checkpoint, List<ApprovedLine> share)
    {
        var lineage = champion.LineageOf(model);
        var gone = lineage.Contributions.Count(key => !_learnable.Contains(key));
        var isOutdated = champion.Manifest is { } manifest && manifest.Base != ModelFiles.Fingerprint(generations.Shipped);
        var trainable = share.Where(line => !line.HeldOut).ToList();
        var watermark = share.Max(line => (long?)line.Sequence) ?? lineage.Watermark;
        if (gone == 0 && !IsWorthATry(model, lineage, trainable, watermark, isOutdated && trainable.Count > 0))
        {
            return null;
        }

        var (start, learned, startedFrom) = gone == 0 && !isOutdated
            ? (Path.Combine(champion.Directory, model), lineage, champion.Id)
            : StartOf(model, isOutdated);
        var known = learned.Contributions.ToHashSet(StringComparer.Ordinal);
        return new LearningNeed(
            model,
            checkpoint,
            Path.Combine(champion.Directory, model),
            start,
            startedFrom,
            gone,
            gone > 0 || isOutdated,
            [.. trainable.Where(line => !known.Contains(line.LearningKey))],
            [.. trainable.Where(line => known.Contains(line.LearningKey))],
            watermark);
    }

    /// <summary>Whether there is something that neither the model has learned nor one that was rolled back or refused.</summary>
    private bool IsWorthATry(string model, ModelLineage lineage, List<ApprovedLine> trainable, long watermark, bool isOutdated)
    {
        var known = lineage.Contributions.ToHashSet(StringComparer.Ordinal);
        var news = trainable.Where(line => !known.Contains(line.LearningKey)).ToList();
        if (news.Count == 0 && !isOutdated)
        {
            return false;
        }

        if (byHand)
        {
            return true;
        }

        var withdrawn = generations.Withdrawn.Where(manifest => manifest.Parent == champion.Id)
            .SelectMany(manifest => manifest.Models.GetValueOrDefault(model)?.Contributions ?? []).ToHashSet(StringComparer.Ordinal);
        if (news.Count > 0 && news.All(line => withdrawn.Contains(line.LearningKey)))
        {
            Reason = SkipReason.RolledBack;
            return false;
        }

        if (LastRefusal(model) is { } refused && refused.Watermark == watermark && refused.Lines == trainable.Count)
        {
            Reason = SkipReason.Refused;
            return false;
        }

        return true;
    }

    /// <summary>What the gate refused last; null where something was promoted or rolled back since.</summary>
    private ModelReport? LastRefusal(string model) => history.TakeWhile(run => run.State != RunState.RolledBack)
        .Where(run => run.State is RunState.Promoted or RunState.Rejected)
        .SelectMany(run => run.Report.Models).FirstOrDefault(report => report.Model == model) is { Passed: false } refused ? refused : null;

    private (string Folder, ModelLineage Lineage, string? Generation) StartOf(string model, bool isOutdated)
    {
        for (var id = isOutdated ? null : champion.Manifest?.Parent; id is not null;)
        {
            try
            {
                var before = generations.Open(id);
                if (before.LineageOf(model) is var lineage && lineage.Contributions.All(_learnable.Contains) && Directory.Exists(Path.Combine(before.Directory, model)))
                {
                    return (Path.Combine(before.Directory, model), lineage, id);
                }

                id = before.Manifest!.Parent;
            }
            catch (GenerationException)
            {
                // Removed or damaged: the shipped one, then.
                break;
            }
        }

        var shipped = Path.Combine(generations.Shipped, model);
        return Directory.Exists(shipped)
            ? (shipped, ModelLineage.Shipped, null)
            : throw new RetrainingException($"The model {model} learned lines that were deleted since, and the shipped model to begin anew with is not in {generations.Shipped}. Put it there.");
    }
}
