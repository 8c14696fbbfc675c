using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>Shows how far the learning is, or how it ended.</summary>
/// <param name="retraining">Knows the run under way.</param>
/// <param name="runs">Knows those before.</param>
/// <param name="words">Puts runs into words.</param>
/// <param name="gate">Puts the gate's findings into words.</param>
/// <param name="clock">Tells when a stage will end.</param>
/// <param name="text">What is said.</param>
public sealed class RetrainStatus(
    IRetraining retraining, TrainingRunStore runs, RunWords words, GateWords gate, TimeProvider clock, IStringLocalizer<RetrainText> text)
{
    private const int Rose = 0xC2185B;
    private const int Amber = 0xFFA000;
    private const int Green = 0x2E7D32;
    private const int Red = 0xC62828;
    private const int BarCells = 20;
    private const int MostField = 1000;
    private const int MostFailure = 500;

    /// <summary>What all fields may take, so that title, description and they stay below an embed's 6,000.</summary>
    private const int MostFields = 4000;

    private static readonly string[] Stages = [StageName.Prepare, StageName.Train, StageName.Evaluate, StageName.Gate, StageName.Publish, StageName.Announce];

    /// <summary>The run under way; else the last one.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MessageReply> ShowAsync(CancellationToken cancellationToken) =>
        retraining.Progress is { } progress ? Running(progress)
        : await runs.HistoryAsync(1, cancellationToken).ConfigureAwait(false) is [var last, ..] ? Ended(last)
        : Message(new Embed { Description = text["Ended_None"], Color = Rose });

    /// <summary>A run that has just been asked for.</summary>
    public MessageReply Begun() => retraining.Progress is { } progress
        ? Running(progress)
        : Message(new Embed { Title = text["Now_Title"], Description = text["Now_Text"], Color = Amber });

    /// <summary>A run that has ended.</summary>
    /// <param name="run">The run.</param>
    public MessageReply Ended(RunSummary run)
    {
        var lines = new List<string>
        {
            words.Outcome(run),
            run.FinishedAt is { } finished
                ? text["When_Took", RunWords.Stamp(run.StartedAt, 'f'), words.Trigger(run.Trigger), RunWords.Duration(finished - run.StartedAt)]
                : text["When", RunWords.Stamp(run.StartedAt, 'f'), words.Trigger(run.Trigger)],
        };
        if (run.State != RunState.RolledBack)
        {
            lines.Add(text["NewLines", run.NewLines]);
        }

        if (run.Stages.Count > 0)
        {
            lines.Add(string.Join(" · ", run.Stages.Select(stage => $"{(stage.FinishedAt is null ? "✖️" : "✔️")} {words.Stage(stage.Name)}")));
        }

        return Message(new Embed
        {
            Title = $"{RunWords.Sign(run.State)} {text["Ended_Title", run.Id, words.State(run.State)]}",
            Description = string.Join('\n', lines),
            Color = run.State switch
            {
                RunState.Promoted => Green,
                RunState.Rejected or RunState.Failed => Red,
                RunState.Running => Amber,
                _ => Rose,
            },
            Fields = Models(run.Report.Models),
        });
    }

    private MessageReply Running(RetrainingProgress progress)
    {
        var lines = new List<string>();
        var known = Stages.Contains(progress.Stage);
        var isBehind = !known;
        foreach (var stage in known ? Stages : [progress.Stage, .. Stages])
        {
            var isNow = stage == progress.Stage;
            isBehind |= isNow;
            lines.Add(isNow ? $"▶️ **{words.Stage(stage)}**{About(progress)}" : $"{(isBehind ? "▫️" : "✅")} {words.Stage(stage)}");
        }

        lines.Add("");
        lines.Add(Bar(progress.Share));
        if (progress.Left is { } left)
        {
            lines.Add(text["Running_Left", RunWords.Stamp(clock.GetUtcNow() + left, 'R')]);
        }

        if (progress.HeldOutNats is { } nats)
        {
            lines.Add(text["Running_Loss", nats]);
        }

        lines.Add(text["When", RunWords.Stamp(progress.Started, 'R'), words.Trigger(progress.Trigger)]);
        return Message(new Embed { Title = text["Running_Title", progress.RunId], Description = string.Join('\n', lines), Color = Amber });
    }

    private string About(RetrainingProgress progress) => string.Concat(
        new[]
        {
            progress.Model is { } model ? SafeText.Code(model, 60) : null,
            progress is { Epoch: { } epoch, Epochs: { } epochs } ? text["Running_Epoch", epoch, epochs].Value : null,
        }.OfType<string>().Select(part => " · " + part));

    private static string Bar(double share)
    {
        var done = double.IsFinite(share) ? Math.Clamp(share, 0, 1) : 0;
        var cells = (int)(done * BarCells);
        return string.Create(CultureInfo.CurrentCulture, $"`{new string('█', cells)}{new string('░', BarCells - cells)}` {Math.Floor(done * 100) / 100:P0}");
    }

    private List<EmbedField> Models(IReadOnlyList<ModelReport> models)
    {
        var fields = new List<EmbedField>();
        foreach (var model in models)
        {
            var field = new EmbedField(
                $"{(model.Failure is not null ? "⚠️ " : model.Findings.Count == 0 ? "" : model.Passed ? "✅ " : "❌ ")}{SafeText.Inline(model.Model, 100)}", Lines(model));
            if (fields.Sum(shown => shown.Name.Length + shown.Value.Length) + field.Name.Length + field.Value.Length > MostFields)
            {
                break;
            }

            fields.Add(field);
        }

        return fields;
    }

    private string Lines(ModelReport model)
    {
        var lines = new List<string> { text["Model_Lines", model.NewLines, model.Lines] };
        if (model.GoneLines > 0)
        {
            lines.Add(text["Model_Gone", model.GoneLines]);
        }

        if (SafeText.Code(string.Join(' ', model.NewCharacters.EnumerateRunes()), 80) is { Length: > 0 } characters)
        {
            lines.Add(text["Model_Characters", characters]);
        }

        if (model.Failure is { } failure)
        {
            lines.Add(text["Model_Failed", SafeText.Block(failure, MostFailure)]);
        }

        lines.AddRange(model.Findings.Select(finding => gate.Say(finding, model)));
        var value = string.Join('\n', lines);
        return value.Length <= MostField ? value : value[..value.LastIndexOf('\n', MostField - 2)] + "\n…";
    }

    private MessageReply Message(Embed embed) => new()
    {
        Ephemeral = true,
        Embeds = [embed],
        Rows = [new ActionRow(new Button(RetrainRefreshButton.HandlerName, text["Refresh"], ButtonStyle.Secondary, "🔄"))],
    };
}
