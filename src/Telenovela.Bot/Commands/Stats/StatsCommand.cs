using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Commands.Retrain;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Stats;

/// <summary><c>/telenovela stats</c>: what has been given here, by telenovela and status, how it grew, and what the models have learned of it.</summary>
/// <param name="statistics">The figures.</param>
/// <param name="feedback">The votes.</param>
/// <param name="writer">Knows the models.</param>
/// <param name="runs">Know what the models learned.</param>
/// <param name="words">Puts that into words.</param>
/// <param name="picture">Draws that.</param>
/// <param name="text">What is said.</param>
/// <param name="retrainText">What is said of the learning.</param>
public sealed class StatsCommand(
    ContributionStatistics statistics,
    FeedbackStore feedback,
    IScriptWriter writer,
    TrainingRunStore runs,
    RunWords words,
    LossPicture picture,
    IStringLocalizer<ReviewText> text,
    IStringLocalizer<RetrainText> retrainText) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela stats";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("stats", "cifras"), new("What people have given here, and how it grows", "Lo que la gente ha dado aquí y cómo crece"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: false);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var figures = await statistics.OfAsync(interaction.GuildId, cancellationToken).ConfigureAwait(false);
        var votes = await feedback.TotalsAsync(interaction.GuildId, cancellationToken).ConfigureAwait(false);
        var changes = await runs.ChangesAsync(MostGenerations, cancellationToken).ConfigureAwait(false);
        var (pending, approved, rejected) = (figures.Telenovelas.Sum(one => one.Pending), figures.Telenovelas.Sum(one => one.Approved), figures.Telenovelas.Sum(one => one.Rejected));
        var isEmpty = pending + approved + rejected == 0;
        return new MessageReply
        {
            Embeds =
            [
                new Embed
                {
                    Title = text["Stats_Title"],
                    Description = isEmpty ? text["Stats_Empty"] : text["Stats_Sum", pending + approved + rejected, figures.Contributors, approved, pending, rejected],
                    Color = Rose,
                    Fields =
                    [
                        .. isEmpty ? Array.Empty<EmbedField>() : [new EmbedField(text["Stats_ByTelenovela"], ByTelenovela(figures.Telenovelas))],
                        new EmbedField(text["Stats_Votes"], string.Create(CultureInfo.CurrentCulture, $"👍 {votes.Up} · 👎 {votes.Down}")),
                        new EmbedField(text["Stats_Models"], Models()),
                        .. changes.Count == 0 ? Array.Empty<EmbedField>() : [new EmbedField(retrainText["Stats_History"], string.Join('\n', changes.Take(MostChanges).Select(words.Line)))],
                    ],
                },
            ],
            Files = [.. new[] { Growth(figures.Days), picture.OfGenerations(changes) }.OfType<FileAttachment>()],
        };
    }

    private const int Rose = 0xC2185B;
    private const int MostTelenovelas = 12;
    private const int MostChanges = 4;
    private const int MostGenerations = 60;

    private static string ByTelenovela(IReadOnlyList<TelenovelaFigures> telenovelas) => string.Join(
        '\n',
        telenovelas.Take(MostTelenovelas).Select(one => string.Create(
            CultureInfo.InvariantCulture, $"{SafeText.Inline(one.Title, 60)}: ✅ {one.Approved} · ⏳ {one.Pending} · ❌ {one.Rejected}")).Concat(telenovelas.Count > MostTelenovelas ? ["…"] : []));

    private FileAttachment? Growth(IReadOnlyList<DayFigures> days) => days.Count == 0
        ? null
        : new FileAttachment(
            "growth.png", GrowthChart.Draw(days, text["Stats_Given"], text["Stats_Approved"]), "image/png",
            text["Stats_Alt", days[0].Day, days[^1].Day, days.Sum(day => day.Given), days.Sum(day => day.Approved)]);

    private string Models() => writer.Telenovelas.Count == 0
        ? "—"
        : string.Join(", ", writer.Telenovelas.Select(telenovela => telenovela.Model).Distinct().Take(5).Select(model => SafeText.Code(model, 60)));
}
