using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>Puts messages into channels, without anybody having asked in that channel.</summary>
public interface IChannelPoster
{
    /// <summary>Posts a message.</summary>
    /// <param name="channelId">Where.</param>
    /// <param name="message">What.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where the bot can't post there (no token, no permission, no such channel).</returns>
    Task<bool> PostAsync(ulong channelId, MessageReply message, CancellationToken cancellationToken);
}
