using System.Collections.Concurrent;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Tests.Bot;

/// <summary>Keeps what is posted.</summary>
internal sealed class FakeChannelPoster : IChannelPoster
{
    public ConcurrentQueue<(ulong Channel, MessageReply Message)> Posted { get; } = new();

    public Task<bool> PostAsync(ulong channelId, MessageReply message, CancellationToken cancellationToken)
    {
        Posted.Enqueue((channelId, message));
        return Task.FromResult(true);
    }
}
