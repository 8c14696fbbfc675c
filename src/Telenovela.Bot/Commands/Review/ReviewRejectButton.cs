using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Review;

/// <summary>"Reject" under a line: asks why.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="text">What is said.</param>
public sealed class ReviewRejectButton(Moderators moderators, IStringLocalizer<ReviewText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "review-reject";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        return new ModalReply(
            string.Create(CultureInfo.InvariantCulture, $"{ReviewRejectModal.HandlerName}:{ReviewId.Of(interaction.Component!.CustomId)}"),
            text["Reject_Title"],
            [new ModalField(text["Reject_Reason"], new TextInput(ReviewRejectModal.Field, Paragraph: true, MinLength: 2, MaxLength: ReviewRejectModal.MostCharacters), text["Reject_Hint"])]);
    }
}
