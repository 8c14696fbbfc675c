using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Review;

/// <summary>"Approve" under a line.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="decisions">Takes the decision.</param>
public sealed class ReviewApproveButton(Moderators moderators, ReviewDecisions decisions) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "review-approve";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        return await decisions.TakeAsync(
            new Decision(ReviewId.Of(interaction.Component!.CustomId), guild, interaction.User.Id, ModerationKind.Approved), interaction, cancellationToken).ConfigureAwait(false);
    }
}
