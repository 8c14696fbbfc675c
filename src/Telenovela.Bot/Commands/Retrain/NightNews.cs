using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Commands.Feedback;
using Telenovela.Bot.Commands.Generate;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks.Wording;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>
/// Tells servers what the bot learned: how many lines, by whom of their own, and what became of the loss and of a text. A person is named
/// only in the server where the lines were given, and only under the name that was chosen for it.
/// </summary>
/// <param name="settings">Knows the channels.</param>
/// <param name="givers">Knows who gave the lines.</param>
/// <param name="told">Has the givers told, too.</param>
/// <param name="runs">Know the losses before.</param>
/// <param name="picture">Draws them.</param>
/// <param name="writer">Knows the telenovela of a sample.</param>
/// <param name="words">Know what a server doesn't want to read.</param>
/// <param name="poster">Posts.</param>
/// <param name="reviewText">What the report button says.</param>
/// <param name="text">What is said.</param>
/// <param name="logger">Told of a server that can't be told.</param>
public sealed partial class NightNews(
    GuildSettingsStore settings,
    LineGivers givers,
    GiverWords told,
    TrainingRunStore runs,
    LossPicture picture,
    IScriptWriter writer,
    GuildWords words,
    IChannelPoster poster,
    IStringLocalizer<ReviewText> reviewText,
    IStringLocalizer<RetrainText> text,
    ILogger<NightNews> logger) : INightNews
{
    private const int Rose = 0xC2185B;
    private const int MostNames = 12;
    private const int MostName = 60;
    private const int MostModels = 6;
    private const int MostGenerations = 60;

    /// <inheritdoc/>
    public async Task<int> TellAsync(RunSummary run, IReadOnlyList<long> learned, CancellationToken cancellationToken)
    {
        await told.NoteLearnedAsync(learned, cancellationToken).ConfigureAwait(false);
        var servers = await settings.WithNewsAsync(cancellationToken).ConfigureAwait(false);
        if (servers.Count == 0)
        {
            return 0;
        }

        var people = await givers.OfAsync(learned, cancellationToken).ConfigureAwait(false);

        // The run itself isn't noted as promoted before everybody was told.
        var changes = (await runs.ChangesAsync(MostGenerations, cancellationToken).ConfigureAwait(false)).Where(change => change.Id != run.Id);
        IReadOnlyList<RunSummary> history = [run with { State = RunState.Promoted }, .. changes];
        var toldServers = 0;
        foreach (var server in servers)
        {
            try
            {
                var here = people.Where(giver => giver.GuildId == server.GuildId).ToList();
                toldServers += await TellAsync(server, run, learned.Count, here, history, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // The other servers are told all the same.
                Log.Untold(logger, server.GuildId, exception);
            }
        }

        return toldServers;
    }

    /// <summary>A method of its own, so that its culture ends with it.</summary>
    private async Task<bool> TellAsync(
        GuildSettings server, RunSummary run, int learned, IReadOnlyList<LineGiver> people, IReadOnlyList<RunSummary> history, CancellationToken cancellationToken)
    {
        InteractionCulture.Enter(server.NewsLocale ?? "en-US");
        var unwanted = await words.OfAsync(server.GuildId, cancellationToken).ConfigureAwait(false);
        var message = Message(run, learned, people, history, unwanted);
        return await poster.PostAsync(server.NewsChannelId!.Value, message, cancellationToken).ConfigureAwait(false);
    }

    private MessageReply Message(
        RunSummary run, int learned, IReadOnlyList<LineGiver> people, IReadOnlyList<RunSummary> history, UnwantedWords unwanted)
    {
        var when = run.Trigger == RunTrigger.Nightly ? "News_Night" : "News_Now";
        var forgot = run.Report.Models.Any(model => model.Passed && model.GoneLines > 0);
        var lines = new List<string> { $"**{(learned == 1 ? text[when + "One"] : learned > 1 ? text[when + "Many", learned] : text[when + (forgot ? "None" : "Anew")])}**" };
        if (learned > 0)
        {
            lines.Add(text["News_Here", people.Sum(giver => giver.Lines), learned]);
        }

        if (people.Count > 0)
        {
            lines.Add(text["News_By", Names(people)]);
        }

        var models = RunWords.Learned(run.Report).ToList();

        // Samples are written once for all servers, and only the bot's own words are kept out of them.
        var sample = SampleOf(models.Select(learned => learned.Model)
            .Where(model => !HasAny(unwanted, model.Before) && !HasAny(unwanted, model.After)));
        return new MessageReply
        {
            Content = string.Join('\n', lines),
            Embeds = models.Count == 0 && sample is null ? [] : [Figures(models, sample)],
            Rows = sample is null ? [] : ReportRow(sample),
            Files = (picture.OfGenerations(history) ?? picture.OfEpochs(run)) is { } drawn ? [drawn] : [],
        };
    }

    private string Names(IReadOnlyList<LineGiver> people)
    {
        var names = people.Select(giver => giver.CreditName is { } name ? SafeText.Inline(name, MostName) : "").Where(name => name.Length > 0).Take(MostNames).ToList();
        var (named, others) = (string.Join(", ", names), people.Count - names.Count);
        return (names.Count, others) switch
        {
            (_, 0) => named,
            (0, 1) => text["News_Somebody"],
            (0, _) => text["News_People", others],
            (_, 1) => text["News_AndOne", named],
            _ => text["News_And", named, others],
        };
    }

    private static bool HasAny(UnwantedWords unwanted, Sample? sample) => sample is not null && unwanted.FindIn(sample.Text).Count > 0;

    /// <summary>A sample in the server's language where there is one, else any.</summary>
    private static ModelReport? SampleOf(IEnumerable<ModelReport> models) => models.Where(model => model is { Before: not null, After: not null })
        .OrderBy(model => model.Language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? 0 : 1).FirstOrDefault();

    /// <summary>The new text stands where a generated text always stands in its message: whoever reports it reports the right one.</summary>
    private Embed Figures(List<(ModelReport Model, Comparison HeldOut)> models, ModelReport? sample)
    {
        var losses = models.Take(MostModels).Select(learned => text["News_LossLine", SafeText.Code(learned.Model.Model, 60), learned.HeldOut.Champion, learned.HeldOut.Challenger].Value);
        var fields = new List<EmbedField>();
        if (sample is not null)
        {
            fields.Add(new EmbedField(text["News_Before"].Value, SafeText.Block(sample.Before!.Text, 1000) is { Length: > 0 } before ? before : "—"));
        }

        if (models.Count > 0)
        {
            fields.Add(new EmbedField(text["News_Loss"].Value, string.Join('\n', [.. losses, text["News_LossMeaning"].Value])));
        }

        return new Embed
        {
            Title = sample is null ? null : text["News_After", SafeText.Inline(sample.After!.Telenovela, 150)].Value,
            Description = sample is null ? null : SafeText.Block(sample.After!.Text, 2000),
            Color = Rose,
            Fields = fields,
            Footer = sample is null ? null : text["News_Footer", SafeText.Plain(sample.Model, 60), sample.After!.Seed].Value,
        };
    }

    /// <summary>The button to report the new text with, where the telenovela that it is of is known.</summary>
    private IReadOnlyList<ActionRow> ReportRow(ModelReport sample) =>
        writer.Telenovelas.FirstOrDefault(known => known.Title == sample.After!.Telenovela) is { } telenovela && sample.After!.Seed >= 0
            ?
            [
                new ActionRow(new Button(
                    GeneratedTextTag.Of(
                        new WrittenText(sample.After.Text, telenovela with { Model = sample.Model }, sample.After.Seed, TimeSpan.Zero),
                        new GenerationSettings(telenovela.Id, GenerationSettings.DefaultLength, GenerationSettings.DefaultTemperature)).ToCustomId(ReportButton.HandlerName),
                    reviewText["Report_Button"],
                    ButtonStyle.Secondary,
                    "🚩")),
            ]
            : [];

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Server {GuildId} couldn't be told what was learned")]
        public static partial void Untold(ILogger logger, ulong guildId, Exception exception);
    }
}
