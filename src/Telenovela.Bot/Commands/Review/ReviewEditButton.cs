using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Review;

/// <summary>"Edit" under a line: opens it.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="queue">Knows the words.</param>
/// <param name="text">What is said.</param>
public sealed class ReviewEditButton(Moderators moderators, ReviewQueue queue, IStringLocalizer<ReviewText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "review-edit";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var item = await queue.FindAsync(guild, ReviewId.Of(interaction.Component!.CustomId), cancellationToken).ConfigureAwait(false) ?? throw new ReplyException(text["Review_Gone"]);
        return new ModalReply(
            string.Create(CultureInfo.InvariantCulture, $"{ReviewEditModal.HandlerName}:{item.Id}"),
            text["Edit_Title"],
            [new ModalField(text["Edit_Text"], new TextInput(ReviewEditModal.Field, Paragraph: true, MinLength: 2, MaxLength: ReviewEditModal.MostCharacters, Value: item.Text), text["Edit_Hint"])]);
    }
}
