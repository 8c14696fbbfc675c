using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Where the messages after the first response go: Discord's webhooks, or the playground's page.</summary>
public interface IReplyChannel
{
    /// <summary>Puts the message in place of the deferral (or of an earlier edit).</summary>
    Task EditOriginalAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the public deferral away and tells the person alone. A deferral's visibility can't be changed by an edit,
    /// so it is deleted and a follow-up with the ephemeral flag is sent.
    /// </summary>
    Task ReplaceByPrivateAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken);

    /// <summary>Sends another message, and leaves the earlier ones (also the one that carries a used component) as they are.</summary>
    Task FollowUpAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken);
}
