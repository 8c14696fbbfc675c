using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Review;

/// <summary>How a report is shown to moderators.</summary>
/// <param name="feedback">The reports.</param>
/// <param name="text">What is said.</param>
public sealed class ReportMessage(FeedbackStore feedback, IStringLocalizer<ReviewText> text)
{
    private const int Red = 0xC62828;

    /// <summary>The next open report behind another; words where there is none.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="after">The report behind which to look; 0 for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MessageReply> NextAsync(ulong guildId, long after, CancellationToken cancellationToken)
    {
        var report = await feedback.NextReportAsync(guildId, after, cancellationToken).ConfigureAwait(false)
            ?? (after > 0 ? await feedback.NextReportAsync(guildId, 0, cancellationToken).ConfigureAwait(false) : null);
        return report is null ? new MessageReply { Content = text["Report_None"], Ephemeral = true } : Notice(report) with { Ephemeral = true };
    }

    /// <summary>A report, as the moderators' channel gets it.</summary>
    /// <param name="report">The report.</param>
    public MessageReply Notice(OpenReport report) => new()
    {
        Embeds =
        [
            new Embed
            {
                Title = text["Report_Shown", report.Id],
                Description = report.Message.Text is { } reported ? SafeText.Block(reported, 3000) : text["Report_NoText"],
                Color = Red,
                Fields =
                [
                    new EmbedField(text["Report_Reason"], report.Reason is { Length: > 0 } reason ? SafeText.Block(reason, 1000) : "—"),
                    new EmbedField(text["Report_Where"], string.Create(CultureInfo.InvariantCulture, $"https://discord.com/channels/{report.Message.GuildId}/{report.Message.ChannelId}/{report.Message.MessageId}")),
                    new EmbedField(text["Report_How"], text["Report_HowText", SafeText.Code(report.Message.Model), report.Message.Seed]),
                ],
            },
        ],
        Rows =
        [
            new ActionRow(
                new Button(string.Create(CultureInfo.InvariantCulture, $"{ReportCloseButton.HandlerName}:{report.Id}"), text["Report_Close"], ButtonStyle.Success, "✅"),
                new Button(string.Create(CultureInfo.InvariantCulture, $"{ReportNextButton.HandlerName}:{report.Id}"), text["Report_Next"], ButtonStyle.Secondary, "⏭️")),
        ],
    };
}
