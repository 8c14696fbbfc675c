using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Review;

/// <summary>A rejection with its reason, of a line, <c>review-reject-why:7</c>, or of more: <c>review-reject-why:Giver:9:7</c>.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="decisions">Takes the decision.</param>
public sealed class ReviewRejectModal(Moderators moderators, ReviewDecisions decisions) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "review-reject-why";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public InteractionType Kind => InteractionType.ModalSubmit;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <summary>The form's field.</summary>
    public const string Field = "reason";

    /// <summary>Most characters of a reason.</summary>
    public const int MostCharacters = 300;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var id = interaction.Modal!.CustomId;
        var decision = new Decision(ReviewId.Of(id), guild, interaction.User.Id, ModerationKind.Rejected)
        {
            Reason = interaction.Modal.Text(Field),
        };
        return id.Split(':') is [_, var rest, var last, _] && Enum.TryParse<RestOf>(rest, out var which)
            ? await decisions.TakeRestAsync(decision, which, ReviewId.Of(last), interaction, cancellationToken).ConfigureAwait(false)
            : await decisions.TakeAsync(decision, interaction, cancellationToken).ConfigureAwait(false);
    }
}
