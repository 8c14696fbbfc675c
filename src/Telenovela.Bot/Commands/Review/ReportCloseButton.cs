using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Review;

/// <summary>"Done" under a report.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="feedback">Closes it.</param>
/// <param name="text">What is said.</param>
public sealed class ReportCloseButton(Moderators moderators, FeedbackStore feedback, IStringLocalizer<ReviewText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "report-close";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var id = ReviewId.Of(interaction.Component!.CustomId);
        var closed = await feedback.CloseReportAsync(guild, id, interaction.User.Id, cancellationToken).ConfigureAwait(false);
        return new MessageReply
        {
            Ephemeral = true,
            ReplacesMessage = true,
            Content = text[closed ? "Report_Closed" : "Report_ClosedAlready", id, string.Create(CultureInfo.InvariantCulture, $"<@{interaction.User.Id}>")],
            Rows = [new ActionRow(new Button(string.Create(CultureInfo.InvariantCulture, $"{ReportNextButton.HandlerName}:{id}"), text["Report_Next"], ButtonStyle.Secondary, "⏭️"))],
        };
    }
}
