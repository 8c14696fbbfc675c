using Microsoft.Extensions.Logging;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>
/// Puts the challengers that passed in their champions' places, as one generation. A champion that has learned what may no longer be learned goes in
/// any case: where its challenger failed, the weights before it are used again.
/// </summary>
/// <param name="generations">Models.</param>
/// <param name="live">The bot's writer.</param>
/// <param name="lines">What may be learned.</param>
/// <param name="kept">Which generations stay.</param>
/// <param name="logger">Told of what can't be removed.</param>
public sealed partial class PublishStage(GenerationStore generations, LiveModels live, TrainingLines lines, KeptGenerations kept, ILogger<PublishStage> logger) : IRetrainingStage
{
    /// <inheritdoc/>
    public string Name => StageName.Publish;

    /// <inheritdoc/>
    public double Weight => 0.02;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        var champion = generations.Resolve();
        var changes = run.Plan.Models.Where(plan => run.Of(plan.Model) is var known && (known.Passed || known.GoneLines > 0)).ToDictionary(plan => plan.Model, plan => plan);

        // A run that was killed behind the publication has nothing more to do here.
        var isDone = champion.Id != run.Plan.Champion && changes.Values.All(plan => champion.Holds(plan.Model, FolderOf(run, plan)));
        if (champion.Id != run.Plan.Champion && !isDone)
        {
            throw new RetrainingException("The models in use were exchanged while this run was under way (by a step back or another process), so that its comparison means nothing. Retrain once more.");
        }

        var learnable = await lines.LearnableAsync(cancellationToken).ConfigureAwait(false);
        if (!isDone)
        {
            if (changes.Values.Any(plan => run.Of(plan.Model).Passed && plan.Keys.Any(key => !learnable.Contains(key))))
            {
                throw new LinesGoneException();
            }

            champion = Publish(run, champion, changes);
        }

        live.Refresh();
        TidyUp(learnable);
        run.Generation = champion.Id;
        run.Outcome = run.Report.Models.Any(model => model.Passed) ? RunState.Promoted : RunState.Rejected;
    }

    /// <summary>What can't be removed now is removed another night; the new models are in use.</summary>
    private void TidyUp(IReadOnlySet<string> learnable)
    {
        try
        {
            kept.RemoveOthers(learnable);
        }
        catch (Exception refuses) when (refuses is IOException or UnauthorizedAccessException)
        {
            Log.Untidy(logger, refuses.Message);
        }
    }

    private Generation Publish(RunUnderWay run, Generation champion, Dictionary<string, ModelPlan> changes)
    {
        var (models, lineages) = (new Dictionary<string, string>(), new Dictionary<string, ModelLineage>());
        foreach (var model in ModelFiles.FoldersIn(champion.Directory))
        {
            var lineage = champion.LineageOf(model);
            if (!changes.TryGetValue(model, out var plan))
            {
                // A model as it was shipped is replaced by the one that is shipped now.
                var shipped = Path.Combine(generations.Shipped, model);
                models[model] = lineage.Since is null && Directory.Exists(shipped) ? shipped : Path.Combine(champion.Directory, model);
                lineages[model] = lineage;
                continue;
            }

            models[model] = FolderOf(run, plan);
            lineages[model] = run.Of(model) is { Passed: true } known
                ? new ModelLineage(plan.Keys, plan.Watermark, known.CorpusFingerprint, null)
                : plan.StartedFrom is { } before ? generations.Open(before).LineageOf(model) : ModelLineage.Shipped;
        }

        return generations.Publish(champion, models, lineages, run.Plan.Probes);
    }

    private static string FolderOf(RunUnderWay run, ModelPlan plan) => run.Of(plan.Model).Passed ? plan.ChallengerIn(run.Folder) : plan.Start;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Earlier generations of models can't be removed now: {Reason}")]
        public static partial void Untidy(ILogger logger, string reason);
    }
}
