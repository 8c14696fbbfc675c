using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Charts;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>Draws how the models' losses went, with words for those who can't see it.</summary>
/// <param name="text">The words.</param>
public sealed class LossPicture(IStringLocalizer<RetrainText> text)
{
    private const int MostWords = 900;

    /// <summary>The loss on held-out episodes over the generations.</summary>
    /// <param name="changes">Runs, newest first; only promoted ones count.</param>
    /// <returns>Null where fewer than two were promoted.</returns>
    public FileAttachment? OfGenerations(IReadOnlyList<RunSummary> changes)
    {
        var runs = changes.Where(run => run.State == RunState.Promoted).Reverse().ToList();
        var curves =
            from learned in runs.SelectMany((run, at) => RunWords.Learned(run.Report).Select(learned => (At: at, learned.Model.Model, learned.HeldOut)))
            group learned by learned.Model into model
            let first = model.First()
            select new LossCurve(model.Key, [(first.At, first.HeldOut.Champion), .. model.Select(point => (point.At + 1, point.HeldOut.Challenger))]);
        return runs.Count < 2
            ? null
            : Draw(
                "generations.png",
                [.. curves],
                [text["Chart_Before"], .. runs.Select(run => run.StartedAt.ToString("d", CultureInfo.CurrentCulture))],
                words => text["Chart_Generations", runs.Count, words]);
    }

    /// <summary>The loss on held-out text over the epochs of a run.</summary>
    /// <param name="run">The run.</param>
    /// <returns>Null where there is nothing to show.</returns>
    public FileAttachment? OfEpochs(RunSummary run)
    {
        var curves = (
            from learned in RunWords.Learned(run.Report)
            let epochs = learned.Model.Epochs.Where(epoch => double.IsFinite(epoch.HeldOutNats)).Select(epoch => (epoch.Epoch, epoch.HeldOutNats)).ToList()
            where epochs.Count > 0
            select new LossCurve(learned.Model.Model, [(0, learned.HeldOut.Champion), .. epochs])).ToList();
        var last = curves.SelectMany(curve => curve.Points).Select(point => point.Step).DefaultIfEmpty().Max();
        return Draw(
            "epochs.png",
            curves,
            [text["Chart_Before"], .. Enumerable.Range(1, last).Select(epoch => epoch.ToString(CultureInfo.CurrentCulture))],
            words => text["Chart_Epochs", words]);
    }

    private FileAttachment? Draw(string name, List<LossCurve> curves, IReadOnlyList<string> steps, Func<string, string> describe)
    {
        if (curves.Count == 0)
        {
            return null;
        }

        var words = string.Join(' ', curves.Select(curve => text["Chart_Curve", SafeText.Plain(curve.Model, 60), curve.Points[0].Nats, curve.Points[^1].Nats].Value));
        return new FileAttachment(
            name,
            LossChart.Draw([.. curves.Select(curve => curve with { Model = SafeText.Plain(curve.Model, 24) })], steps, text["Chart_Axis"]),
            "image/png",
            describe(words.Length <= MostWords ? words : words[..MostWords] + "…"));
    }
}
