using System.Threading.Channels;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot;

/// <summary>Keeps what it is sent, in order.</summary>
internal sealed class FakeReplyChannel : IReplyChannel
{
    private readonly Channel<(string Way, MessageReply Message)> _sent = Channel.CreateUnbounded<(string, MessageReply)>();

    public Exception? Failure { get; set; }

    public Task EditOriginalAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) => Keep("edit", message);

    public Task ReplaceByPrivateAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) => Keep("private", message);

    public Task FollowUpAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) => Keep("follow-up", message);

    /// <summary>The next thing sent; waits for it.</summary>
    public async Task<(string Way, MessageReply Message)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _sent.Reader.ReadAsync(patience.Token);
    }

    public bool IsEmpty => !_sent.Reader.TryPeek(out _);

    private Task Keep(string way, MessageReply message)
    {
        if (Failure is { } failure)
        {
            return Task.FromException(failure);
        }

        _sent.Writer.TryWrite((way, message));
        return Task.CompletedTask;
    }
}
