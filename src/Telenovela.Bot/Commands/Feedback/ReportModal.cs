using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Review;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary>A report with its reason: kept for the moderators' queue, and shown in their channel where there is one.</summary>
/// <param name="messages">Finds out which text.</param>
/// <param name="feedback">Keeps the report.</param>
/// <param name="settings">Knows the moderators' channel.</param>
/// <param name="shown">Shows the report to them.</param>
/// <param name="poster">Posts it.</param>
/// <param name="clock">Dates it.</param>
/// <param name="text">What is said.</param>
public sealed class ReportModal(
    RatedMessages messages,
    FeedbackStore feedback,
    GuildSettingsStore settings,
    ReportMessage shown,
    IChannelPoster poster,
    TimeProvider clock,
    IStringLocalizer<ReviewText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "report-why";

    /// <summary>The field with the reason.</summary>
    public const string ReasonField = "reason";

    /// <summary>Most characters of a reason.</summary>
    public const int MostCharacters = 500;

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public InteractionType Kind => InteractionType.ModalSubmit;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var modal = interaction.Modal!;
        var rated = messages.Of(interaction, modal.CustomId, modal.Message);
        var reason = modal.Text(ReasonField) ?? "";
        var receipt = await feedback.ReportAsync(rated, interaction.User.Id, reason[..Math.Min(reason.Length, MostCharacters)], cancellationToken).ConfigureAwait(false);
        if (receipt.IsNew && interaction.GuildId is { } guild && (await settings.OfAsync(guild, cancellationToken).ConfigureAwait(false)).ReviewChannelId is { } channel)
        {
            // The report is kept already; where nothing can be posted, the moderators find it in their queue.
            await poster.PostAsync(channel, shown.Notice(new OpenReport(receipt.Id, rated, interaction.User.Id, reason, clock.GetUtcNow())), cancellationToken).ConfigureAwait(false);
        }

        return new MessageReply { Content = text[receipt.IsNew ? "Report_Thanks" : "Report_Already"], Ephemeral = true };
    }
}
