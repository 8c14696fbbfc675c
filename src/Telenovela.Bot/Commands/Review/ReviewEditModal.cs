using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Commands.Review;

/// <summary>An approval with other words.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="decisions">Takes the decision.</param>
/// <param name="text">What is said.</param>
public sealed class ReviewEditModal(Moderators moderators, ReviewDecisions decisions, IStringLocalizer<ReviewText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "review-edit-text";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public InteractionType Kind => InteractionType.ModalSubmit;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <summary>The form's field.</summary>
    public const string Field = "text";

    /// <summary>Most characters of a line.</summary>
    public const int MostCharacters = 500;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var words = PlainText.Clean(interaction.Modal!.Text(Field) ?? "");
        return words.Length < 2
            ? throw new ReplyException(text["Edit_Empty"])
            : await decisions.TakeAsync(
                new Decision(ReviewId.Of(interaction.Modal.CustomId), guild, interaction.User.Id, ModerationKind.Edited) { Text = words, Fingerprint = Fingerprinter.Of(words) },
                interaction,
                cancellationToken).ConfigureAwait(false);
    }
}
