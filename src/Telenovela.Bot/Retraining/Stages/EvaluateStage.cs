using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Texts;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Training;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Retraining.Stages;

/// <summary>Measures each challenger beside its champion, on text that neither has learned.</summary>
/// <param name="lines">Contributions.</param>
/// <param name="generations">Has the shipped models, which no contribution has reached.</param>
/// <param name="contributions">Where the corpus is.</param>
public sealed class EvaluateStage(TrainingLines lines, GenerationStore generations, IOptions<ContributionCheckOptions> contributions) : IRetrainingStage
{
    private const int MostHeldOutLines = 500;
    private const int MostWithheldLines = 40;
    private const int FewestUnseenLines = 12;
    private const int EveryHowManyLines = 5;
    private const int SampleLength = 280;

    /// <inheritdoc/>
    public string Name => StageName.Evaluate;

    /// <inheritdoc/>
    public double Weight => 0.2;

    /// <inheritdoc/>
    public async Task DoAsync(RunUnderWay run, CancellationToken cancellationToken)
    {
        var heldOut = await lines.HeldOutAsync(cancellationToken).ConfigureAwait(false);
        var withheld = await lines.WithheldAsync(MostWithheldLines, cancellationToken).ConfigureAwait(false);
        var corpus = ModelCorpus.Load(contributions.Value.CorpusDirectory, cancellationToken);
        foreach (var (at, plan) in run.Plan.Models.Index())
        {
            var measured = await BackgroundPriority.RunAsync(() => Measure(
                plan,
                run.Folder,
                corpus,
                [.. heldOut.Where(line => line.Language == plan.Language).TakeLast(MostHeldOutLines)],
                [.. withheld.Where(line => line.Language == plan.Language)],
                share => run.Tell(new StageProgress((at + share) / run.Plan.Models.Count) { Model = plan.Model }),
                cancellationToken)).ConfigureAwait(false);
            run.Know(plan.Model, measured);
        }
    }

    /// <summary>Held-out contributions, and lines of the held-out episodes where those are few.</summary>
    private static List<(string Before, string Line)> Unseen(IReadOnlyList<ApprovedLine> heldOutLines, IReadOnlyList<TrainingEpisode> heldOut, IReadOnlyList<LearnedTelenovela> learned)
    {
        var contributed = heldOutLines.TakeLast(MostWithheldLines).Select(line => ContributedText.Line(line.Telenovela, line.TelenovelaTitle, line.Character, line.Text, learned)).ToList();
        return contributed.Count >= FewestUnseenLines
            ? contributed
            : [.. contributed, .. heldOut.SelectMany(episode => ContributedText.SpokenIn(episode.Text)).Chunk(EveryHowManyLines).Select(lines => lines[0]).Take(MostWithheldLines)];
    }

    private Func<ModelReport, ModelReport> Measure(
        ModelPlan plan,
        string folder,
        IReadOnlyList<TrainingEpisode> corpus,
        IReadOnlyList<ApprovedLine> heldOutLines,
        IReadOnlyList<WithheldLine> withheld,
        Action<double> tell,
        CancellationToken cancellationToken)
    {
        // A champion that must go is no measure: without the challenger, those weights would be used that it began with.
        var champion = LanguageModel.Load(plan.MustGo ? plan.Start : plan.Champion);
        var challenger = LanguageModel.Load(plan.ChallengerIn(folder));
        var learned = LearnedTelenovelas.Read(challenger.Metadata);
        var part = ModelCorpus.Of(corpus, challenger.Origin)
            ?? throw new RetrainingException($"The corpus in {contributions.Value.CorpusDirectory} changed during the run: it lacks episodes that were held out.");
        var text = part.HeldOutText;
        var episodes = new Comparison(Nats(champion, 0), Nats(challenger, 0.4), text.Length);
        var comparison = LineLosses.Compare(
            champion, challenger, [.. heldOutLines.Select(line => ContributedText.Line(line.Telenovela, line.TelenovelaTitle, line.Character, line.Text, learned))], cancellationToken);
        tell(0.9);
        var trained = string.Concat(part.Episodes.Select(episode => episode.Text)) + PreparedTraining.Load(plan.TextIn(folder)).Data.Train;
        var shelf = ModelShelf.Open(plan.ChallengerIn(folder));
        var canaries = Canaries.Of(shelf, trained, cancellationToken);
        var sampled = learned.Count > 0 ? learned[(int)(plan.Seed % learned.Count)] : null;
        var exposure = withheld.Count == 0
            ? null
            : Exposure.Of(
                challenger,
                Directory.Exists(Path.Combine(generations.Shipped, plan.Model)) ? LanguageModel.Load(Path.Combine(generations.Shipped, plan.Model)) : LanguageModel.Load(plan.Start),
                [.. withheld.Select(line => ContributedText.Line(line.Telenovela, line.TelenovelaTitle, line.Character, line.Text, learned)).DistinctBy(line => line.Line)],
                Unseen(heldOutLines, part.HeldOut, learned),
                new Paraphrases(trained),
                cancellationToken);
        tell(1);
        return known => known with
        {
            HeldOut = episodes,
            HeldOutLines = comparison,
            Canaries = canaries,
            Exposure = exposure,
            Before = sampled is null ? null : Sample(ModelShelf.Open(plan.Champion), sampled),
            After = sampled is null ? null : Sample(shelf, sampled),
        };

        double Nats(LanguageModel model, double from) =>
            Evaluator.Evaluate(model, text, share => tell(from + (0.4 * share)), cancellationToken: cancellationToken).Nats;

        Sample? Sample(ModelShelf shelf, LearnedTelenovela telenovela) => shelf.Telenovelas.Any(known => known.Id == telenovela.Id)
            ? new Sample(
                telenovela.Title,
                plan.Seed,
                shelf.Write(new WritingRequest { Telenovela = telenovela.Id, Length = SampleLength, Seed = plan.Seed }, cancellationToken).Text)
            : null;
    }
}
