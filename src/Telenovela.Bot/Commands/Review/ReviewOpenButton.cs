using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary>"Review" under a <see cref="PendingNotice"/>: the first pending line, for whoever pressed alone; the notice stays for the others.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="message">Shows the line.</param>
public sealed class ReviewOpenButton(Moderators moderators, ReviewMessage message) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "review-open";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        return await message.NextAsync(guild, 0, cancellationToken).ConfigureAwait(false);
    }
}
