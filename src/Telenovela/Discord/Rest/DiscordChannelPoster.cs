using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Rest;

/// <summary>Posts into Discord's channels, where the bot has a token.</summary>
/// <param name="rest">Sends.</param>
/// <param name="options">The token.</param>
/// <param name="logger">Told of what Discord refuses.</param>
internal sealed partial class DiscordChannelPoster(DiscordRestClient rest, IOptions<DiscordOptions> options, ILogger<DiscordChannelPoster> logger) : IChannelPoster
{
    /// <inheritdoc/>
    public Task<bool> PostAsync(ulong channelId, MessageReply message, CancellationToken cancellationToken) =>
        WorkerWait.ForAsync(TryPostAsync(channelId, message, cancellationToken));

    private async Task<bool> TryPostAsync(ulong channelId, MessageReply message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Token))
        {
            return false;
        }

        try
        {
            await rest.PostMessageAsync(channelId, message, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception refused) when (refused is DiscordRequestException or DiscordUnauthorizedException)
        {
            Log.Refused(logger, channelId, refused.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Nothing can be posted in channel {ChannelId}: {Reason}. Give the bot Send Messages there, or choose another channel with /telenovela-admin channel or news")]
        public static partial void Refused(ILogger logger, ulong channelId, string reason);
    }
}
