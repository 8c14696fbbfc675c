using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Where the messages after the first response go: Discord's webhooks, or the playground's page.</summary>
public interface IReplyChannel
{
    /// <summary>Puts the message in place of the deferral (or of an earlier edit).</summary>
    Task EditOriginalAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken);

    /// <summary>
    /// Tells the person alone and takes the public deferral away. Its visibility can't be changed by an edit, so a follow-up with the
    /// ephemeral flag is sent and the deferral deleted.
    /// </summary>
    Task ReplaceByPrivateAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken);

    /// <summary>Sends another message, and leaves the earlier ones (also the one that carries a used component) as they are.</summary>
    Task FollowUpAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken);
}
