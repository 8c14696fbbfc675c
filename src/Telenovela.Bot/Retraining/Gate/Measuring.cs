using Telenovela.Bot.Contributions.Checks.Wording;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Texts;
using Telenovela.Corpus.Training;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;
using Telenovela.Story.Models;
using Telenovela.Story.Training;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Retraining.Gate;

/// <summary>Measures a challenger beside the weights that would be used without it, on text that neither has learned. Works on one thread and without torch.</summary>
public static class Measuring
{
    private const int MostUnseenLines = 40;
    private const int FewestUnseenLines = 12;
    private const int EveryHowManyLines = 5;
    private const int SampleLength = 280;

    /// <summary>About how much of the time the held-out episodes take.</summary>
    private const double ShareOfEpisodes = 0.8;

    /// <summary>Measures.</summary>
    /// <param name="order">What.</param>
    /// <param name="tell">Told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="CheckpointException">A model can't be read.</exception>
    /// <exception cref="Engine.Training.TrainingException">The prepared text can't be read.</exception>
    /// <exception cref="RetrainingException">The corpus lacks what was held out.</exception>
    public static Measurement Of(MeasuringOrder order, Action<double> tell, CancellationToken cancellationToken)
    {
        var (baseline, challenger) = (LanguageModel.Load(order.Baseline), LanguageModel.Load(order.Challenger));
        var shipped = Shipped(order);
        var learned = LearnedTelenovelas.Read(challenger.Metadata);
        var part = ModelCorpus.Of(ModelCorpus.Load(order.Corpus, cancellationToken), challenger.Origin)
            ?? throw new RetrainingException($"The corpus in {order.Corpus} changed during the run: it lacks episodes that were held out.");
        var trained = string.Concat(part.Episodes.Select(episode => episode.Text)) + PreparedTraining.Load(order.Text).Data.Train;
        var heldOutLines = order.HeldOutLines.Select(line => line.As(learned)).ToList();
        var (episodes, shippedNats) = OnEpisodes(order, baseline, challenger, shipped, part.HeldOutText, share => tell(ShareOfEpisodes * share), cancellationToken);
        var comparison = LineLosses.Compare(baseline, challenger, heldOutLines, cancellationToken, () => tell(ShareOfEpisodes));
        var shelf = ModelShelf.Open(order.Challenger);
        var canaries = Canaries.Of(shelf, trained, cancellationToken, () => tell(ShareOfEpisodes));
        tell((1 + ShareOfEpisodes) / 2);
        var exposure = order.Withheld.Count == 0
            ? null
            : Exposure.Of(
                challenger,
                shipped ?? LanguageModel.Load(order.Start),
                [.. order.Withheld.Select(line => line.As(learned)).DistinctBy(line => line.Line)],
                Unseen(heldOutLines, part.HeldOut),
                new Paraphrases(trained),
                cancellationToken,
                () => tell((1 + ShareOfEpisodes) / 2));
        var sampled = learned.Count > 0 ? learned[(int)(order.Seed % learned.Count)] : null;
        var measured = new Measurement(episodes, canaries)
        {
            ShippedNats = shippedNats,
            HeldOutLines = comparison,
            Exposure = exposure,
            Before = sampled is null ? null : SampleOf(ModelShelf.Open(order.Champion), sampled, order.Seed, cancellationToken),
            After = sampled is null ? null : SampleOf(shelf, sampled, order.Seed, cancellationToken),
        };
        tell(1);
        return measured;
    }

    /// <summary>The shipped model; null where there is none that can be used: it is nothing that a run depends on.</summary>
    private static LanguageModel? Shipped(MeasuringOrder order)
    {
        try
        {
            return order.Shipped is { } folder ? LanguageModel.Load(folder) : null;
        }
        catch (CheckpointException)
        {
            return null;
        }
    }

    private static (Comparison Both, double? Shipped) OnEpisodes(
        MeasuringOrder order, LanguageModel baseline, LanguageModel challenger, LanguageModel? shipped, string text, Action<double> tell, CancellationToken cancellationToken)
    {
        // A later program's model may have been trained on other episodes.
        var isComparable = shipped is not null && shipped.Origin.HeldOut.ToHashSet(StringComparer.Ordinal).SetEquals(challenger.Origin.HeldOut);
        var isBaseline = order.Shipped == order.Baseline;
        var passes = isComparable && !isBaseline ? 3 : 2;
        var both = new Comparison(Nats(baseline, 0), Nats(challenger, 1), text.Length);
        return (both, !isComparable ? null : isBaseline ? both.Champion : Nats(shipped!, 2));

        double Nats(LanguageModel model, int pass) =>
            Evaluator.Evaluate(model, text, share => tell((pass + share) / passes), cancellationToken: cancellationToken).Nats;
    }

    /// <summary>Held-out contributions, and lines of the held-out episodes where those are few.</summary>
    private static List<(string Before, string Line)> Unseen(List<(string Before, string Line)> heldOutLines, IReadOnlyList<TrainingEpisode> heldOut)
    {
        var contributed = heldOutLines.TakeLast(MostUnseenLines).ToList();
        return contributed.Count >= FewestUnseenLines
            ? contributed
            : [.. contributed, .. heldOut.SelectMany(episode => ContributedText.SpokenIn(episode.Text)).Chunk(EveryHowManyLines).Select(lines => lines[0]).Take(MostUnseenLines)];
    }

    private static Sample? SampleOf(ModelShelf shelf, LearnedTelenovela telenovela, long seed, CancellationToken cancellationToken) =>
        shelf.Telenovelas.Any(known => known.Id == telenovela.Id)
            ? new Sample(telenovela.Title, seed, shelf.Write(RequestOf(telenovela, seed), cancellationToken).Text)
            : null;

    private static WritingRequest RequestOf(LearnedTelenovela telenovela, long seed) =>
        new() { Telenovela = telenovela.Id, Length = SampleLength, Seed = seed, Unwanted = UnwantedWords.Shipped() };
}
