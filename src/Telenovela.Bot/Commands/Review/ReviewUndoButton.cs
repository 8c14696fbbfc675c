using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary>"Undo" under the line behind a decision: takes that one back and shows its line again.</summary>
public sealed class ReviewUndoButton(Moderators moderators, ReviewUndo undo) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "review-undo";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var id = ReviewId.Of(interaction.Component!.CustomId);
        var shown = await undo.TakeAsync(guild, interaction.User.Id, id, cancellationToken).ConfigureAwait(false);
        return shown with { ReplacesMessage = true };
    }
}
