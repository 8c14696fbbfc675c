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

    /// <summary>Waited for before a message is taken.</summary>
    public Func<Interaction, Task> Until { get; set; } = _ => Task.CompletedTask;

    public Task EditOriginalAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) =>
        KeepAsync("edit", interaction, message, cancellationToken);

    public Task ReplaceByPrivateAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) =>
        KeepAsync("private", interaction, message, cancellationToken);

    public Task FollowUpAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) =>
        KeepAsync("follow-up", interaction, message, cancellationToken);

    /// <summary>The next thing sent; waits for it.</summary>
    public async Task<(string Way, MessageReply Message)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _sent.Reader.ReadAsync(patience.Token);
    }

    public bool IsEmpty => !_sent.Reader.TryPeek(out _);

    private async Task KeepAsync(string way, Interaction interaction, MessageReply message, CancellationToken cancellationToken)
    {
        await Until(interaction).WaitAsync(cancellationToken);
        if (Failure is { } failure)
        {
            throw failure;
        }

        _sent.Writer.TryWrite((way, message));
    }
}
