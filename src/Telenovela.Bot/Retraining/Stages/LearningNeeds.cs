using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>
/// Finds out what each model in use has to learn. A model begins with its own weights, unless it has learned a line that may no longer be learned:
/// then with the nearest weights before it that haven't; or unless another model is shipped now: then with that one.
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
    private readonly IReadOnlyDictionary<string, string> _models = generations.ModelsOf(champion);

    /// <summary>Why a model with new lines has no need; null where none had any.</summary>
    public SkipReason? Reason { get; private set; }

    /// <summary>The models' needs.</summary>
    /// <param name="checkpoints">The models in use, by folder.</param>
    public List<LearningNeed> Of(IReadOnlyDictionary<string, Checkpoint> checkpoints)
    {
        var shares = Share(checkpoints);
        return [.. checkpoints.Keys.Select(model => Of(model, shares[model])).OfType<LearningNeed>()];
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

    private LearningNeed? Of(string model, List<ApprovedLine> share)
    {
        var lineage = champion.LineageOf(model);
        var gone = lineage.Contributions.Count(key => !_learnable.Contains(key));
        var isOutdated = generations.IsOutdated(champion, model);
        var mustGo = gone > 0 || isOutdated;
        var trainable = share.Where(line => !line.HeldOut).ToList();
        var news = Without(lineage, trainable);
        var watermark = share.Max(line => (long?)line.Sequence) ?? lineage.Watermark;
        if (!mustGo && !IsWorthATry(model, lineage, trainable, news, watermark))
        {
            return null;
        }

        var start = mustGo ? StartOf(model, isOutdated) : InUse(model);
        var unknown = Without(start?.Lineage ?? ModelLineage.Shipped, trainable);
        return new LearningNeed(
            model, _models[model], start, gone, mustGo, unknown, [.. trainable.Except(unknown)], [.. news.Select(line => line.Sequence)], watermark)
        {
            Problem = start is null
                ? $"The model {model} learned lines that were deleted since, and the shipped model to begin anew with is not in {generations.Shipped}. Put it there."
                : null,
        };
    }

    /// <summary>Whether there is something that neither the model has learned nor one that was rolled back or refused.</summary>
    private bool IsWorthATry(string model, ModelLineage lineage, List<ApprovedLine> trainable, List<ApprovedLine> news, long watermark)
    {
        if (news.Count == 0 || byHand)
        {
            return news.Count > 0;
        }

        var withdrawn = generations.WithdrawnSince(champion)
            .SelectMany(manifest => manifest.Models.GetValueOrDefault(model)?.Contributions ?? []).ToHashSet(StringComparer.Ordinal);
        if (news.All(line => withdrawn.Contains(line.LearningKey)))
        {
            Reason = SkipReason.RolledBack;
            return false;
        }

        var lines = lineage.Contributions.Union(trainable.Select(line => line.LearningKey), StringComparer.Ordinal).Count();
        if (LastRefusal(model) is { } refused && refused.Watermark == watermark && refused.Lines == lines)
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

    private StartingWeights InUse(string model) => Weights(champion, model, _models[model]);

    /// <summary>The nearest weights before the champion's that descend from the model that is shipped now and never saw a line that is gone; at last that model.</summary>
    private StartingWeights? StartOf(string model, bool isOutdated)
    {
        for (var id = isOutdated ? null : champion.Manifest?.Parent; id is not null;)
        {
            try
            {
                var before = generations.Open(id);
                if (!before.Trained.Contains(model))
                {
                    break;
                }

                if (before.LineageOf(model).Contributions.All(_learnable.Contains) && !generations.IsOutdated(before, model))
                {
                    return Weights(before, model, Path.Combine(before.Directory, model));
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
        return ModelFiles.FingerprintOf(shipped) is { } fingerprint
            ? new StartingWeights(shipped, null, ModelLineage.Shipped with { Base = fingerprint })
            : null;
    }

    private StartingWeights Weights(Generation generation, string model, string folder) => new(
        folder,
        generation.Trained.Contains(model) ? generation.Id : null,
        generation.LineageOf(model) with { Base = generations.BaseOf(generation, model) });

    private static List<ApprovedLine> Without(ModelLineage lineage, List<ApprovedLine> lines)
    {
        var learned = lineage.Contributions.ToHashSet(StringComparer.Ordinal);
        return [.. lines.Where(line => !learned.Contains(line.LearningKey))];
    }
}
