using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Story.Writing;

namespace Telenovela.Bot.Commands.Stats;

/// <summary><c>/telenovela stats</c>: what has been given here, by telenovela and status, and how it grew.</summary>
/// <param name="statistics">The figures.</param>
/// <param name="writer">Knows the models.</param>
/// <param name="text">What is said.</param>
public sealed class StatsCommand(ContributionStatistics statistics, IScriptWriter writer, IStringLocalizer<ReviewText> text) : ISubcommand
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
                        new EmbedField(text["Stats_Models"], Models()),
                    ],
                },
            ],
            Files = figures.Days.Count == 0
                ? []
                :
                [
                    new FileAttachment(
                        "growth.png", GrowthChart.Draw(figures.Days, text["Stats_Given"], text["Stats_Approved"]), "image/png",
                        text["Stats_Alt", figures.Days[0].Day, figures.Days[^1].Day, figures.Days.Sum(day => day.Given), figures.Days.Sum(day => day.Approved)]),
                ],
        };
    }

    private const int Rose = 0xC2185B;
    private const int MostTelenovelas = 12;

    private static string ByTelenovela(IReadOnlyList<TelenovelaFigures> telenovelas) => string.Join(
        '\n',
        telenovelas.Take(MostTelenovelas).Select(one => string.Create(
            CultureInfo.InvariantCulture, $"{SafeText.Inline(one.Title, 60)}: ✅ {one.Approved} · ⏳ {one.Pending} · ❌ {one.Rejected}")).Concat(telenovelas.Count > MostTelenovelas ? ["…"] : []));

    private string Models() => writer.Telenovelas.Count == 0
        ? "—"
        : string.Join(", ", writer.Telenovelas.Select(telenovela => telenovela.Model).Distinct().Take(5).Select(model => SafeText.Code(model, 60)));
}
