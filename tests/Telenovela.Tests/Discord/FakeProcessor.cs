using System.Collections.Concurrent;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Discord;

/// <summary>Answers every interaction as a test says, and remembers it.</summary>
internal sealed class FakeProcessor : IInteractionProcessor
{
    private readonly ConcurrentQueue<Interaction> _accepted = new();
    private readonly TaskCompletionSource<Task> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Interaction> Accepted => [.. _accepted];

    /// <summary>The first response.</summary>
    public Func<Interaction, Reply> Respond { get; set; } = _ => new DeferredReply(Ephemeral: false);

    /// <summary>The work after it.</summary>
    public Func<Interaction, IReplyChannel, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called when the work is begun.</summary>
    public Action Starting { get; set; } = () => { };

    /// <summary>Waits for the first work that was begun to end.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken) =>
        await await _begun.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);

    public Task<AcceptedInteraction> AcceptAsync(Interaction interaction, IReplyChannel channel, CancellationToken cancellationToken)
    {
        _accepted.Enqueue(interaction);
        return Task.FromResult(new AcceptedInteraction(Respond(interaction), () =>
        {
            Starting();
            _begun.TrySetResult(Task.Run(() => Work(interaction, channel), CancellationToken.None));
        }));
    }
}
