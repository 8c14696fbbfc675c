using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Interactions.Processing;

/// <inheritdoc cref="IInteractionProcessor"/>
public sealed partial class InteractionProcessor(
    HandlerFactory handlers,
    InteractionHistory history,
    WorkQueue queue,
    Cooldown cooldown,
    IStringLocalizer<BotText> text,
    IOptions<InteractionOptions> options,
    TimeProvider clock,
    ILogger<InteractionProcessor> logger) : IInteractionProcessor
{
    /// <summary>A first response later than three seconds is worth nothing; half a second is left for the way.</summary>
    private static readonly TimeSpan FirstResponseWithin = TimeSpan.FromSeconds(2.5);

    /// <summary>An interaction's token lives 15 minutes; within that, a rate limit of any length is waited for.</summary>
    private static readonly TimeSpan DeliverWithin = TimeSpan.FromMinutes(14);

    /// <summary>
    /// When the bot stops, texts are told to stop at once, and what is no text (a line that is being kept) after this; what doesn't listen
    /// is left behind after twice as long.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public Task<AcceptedInteraction> AcceptAsync(Interaction interaction, IReplyChannel channel, CancellationToken cancellationToken) =>
        interaction.Type == InteractionType.Ping
            ? Task.FromResult(Immediately(new PongReply()))
            : history.OnceAsync(interaction.Id, () => DecideAsync(interaction, channel));

    private static AcceptedInteraction Immediately(Reply reply) => new(reply, static () => { });

    private async Task<AcceptedInteraction> DecideAsync(Interaction interaction, IReplyChannel channel)
    {
        InteractionCulture.Enter(interaction.Locale);
        var handler = handlers.Find(interaction);
        try
        {
            if (interaction.Type == InteractionType.Autocomplete)
            {
                return Immediately((handler as IAutocompletion)?.Complete(interaction) ?? new ChoicesReply([]));
            }

            return handler.Defer(interaction) is { } deferral
                ? await PromiseAsync(interaction, handler, deferral, channel).ConfigureAwait(false)
                : Immediately(await HandleNowAsync(interaction, handler).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Immediately(interaction.Type == InteractionType.Autocomplete ? new ChoicesReply([]) : Explain(interaction, exception));
        }
    }

    private async Task<Reply> HandleNowAsync(Interaction interaction, IInteractionHandler handler)
    {
        using var deadline = new CancellationTokenSource(FirstResponseWithin, clock);
        return await handler.HandleAsync(interaction, deadline.Token).WaitAsync(FirstResponseWithin, clock, CancellationToken.None)
            .ConfigureAwait(false);
    }

    private async Task<AcceptedInteraction> PromiseAsync(Interaction interaction, IInteractionHandler handler, DeferredReply deferral, IReplyChannel channel)
    {
        if (handler.IsCostly && cooldown.ReadyAt(interaction.GuildId, interaction.User.Id) is { } readyAt)
        {
            return Immediately(Privately(text["Cooldown", Relative(readyAt)]));
        }

        var until = clock.GetUtcNow() + DeliverWithin;
        var place = queue.TryReserve(interaction.GuildId, interaction.User.Id, async stopping =>
        {
            var deliver = await WriteAsync(interaction, handler, deferral, channel, stopping).ConfigureAwait(false);
            return outOfTime => DeliverAsync(interaction, deliver, until, outOfTime);
        });
        if (place is null)
        {
            return Immediately(TurnAway(interaction, handler));
        }

        if (handler.IsCostly)
        {
            await cooldown.BeginAsync(interaction.GuildId, interaction.User.Id).ConfigureAwait(false);
        }

        return new AcceptedInteraction(deferral, place.Start);
    }

    private MessageReply TurnAway(Interaction interaction, IInteractionHandler handler)
    {
        if (queue.IsStopping)
        {
            return Stopped(interaction, handler);
        }

        var isTheirs = queue.HasFullShare(interaction.User.Id);
        Log.TurnedAway(logger, interaction.Id, isTheirs ? "the person has as much promised as one person may" : "the queue is full");
        return GiveBack(interaction, handler, text[isTheirs ? "ShareFull" : "QueueFull", Relative(queue.RoomAt)]);
    }

    /// <summary>Does what the deferral promised; whatever happens, what it returns replaces "thinking…" by words.</summary>
    private async Task<Delivery> WriteAsync(
        Interaction interaction, IInteractionHandler handler, DeferredReply deferral, IReplyChannel channel, CancellationToken stopping)
    {
        InteractionCulture.Enter(interaction.Locale);
        try
        {
            stopping.ThrowIfCancellationRequested();
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), clock);
            using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
            using var hurry = stopping.Register(() =>
            {
                patience.CancelAfter(2 * Grace);
                if (handler.IsCostly)
                {
                    deadline.Cancel();
                }
                else
                {
                    deadline.CancelAfter(Grace);
                }
            });
            var work = Task.Run(() => handler.HandleAsync(interaction, deadline.Token), CancellationToken.None);
            var reply = (MessageReply)await work.WaitAsync(patience.Token).ConfigureAwait(false);
            return cancellationToken => channel.EditOriginalAsync(interaction, reply, cancellationToken);
        }
        catch (Exception exception)
        {
            var explanation = exception is OperationCanceledException && stopping.IsCancellationRequested
                ? Stopped(interaction, handler)
                : Explain(interaction, exception);
            return cancellationToken => DeliverExplanationAsync(interaction, deferral, channel, explanation, cancellationToken);
        }
    }

    private async Task DeliverAsync(Interaction interaction, Delivery deliver, DateTimeOffset until, CancellationToken outOfTime)
    {
        // What is said behind the reply is said in the person's language, too; the writer's flow has ended.
        InteractionCulture.Enter(interaction.Locale);
        try
        {
            var left = until - clock.GetUtcNow();
            using var expiry = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, outOfTime);
            await deliver(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (outOfTime.IsCancellationRequested)
        {
            // The queue says how many are lost.
        }
        catch (Exception exception)
        {
            // The way back is broken (Discord unreachable, message deleted): nobody can be told any more.
            Log.Undeliverable(logger, interaction.Id, exception);
        }
    }

    private static Task DeliverExplanationAsync(
        Interaction interaction,
        DeferredReply deferral,
        IReplyChannel channel,
        MessageReply explanation,
        CancellationToken cancellationToken) => deferral switch
        {
            // Nothing is "thinking" here, and the original is the message that carries the component: it stays.
            { ReplacesMessage: true } => channel.FollowUpAsync(interaction, explanation, cancellationToken),
            { Ephemeral: true } => channel.EditOriginalAsync(interaction, explanation, cancellationToken),
            _ => channel.ReplaceByPrivateAsync(interaction, explanation, cancellationToken),
        };

    private MessageReply Stopped(Interaction interaction, IInteractionHandler handler) => GiveBack(interaction, handler, text["Stopping"]);

    /// <summary>Says why nothing is done, and gives back what was typed.</summary>
    private static MessageReply GiveBack(Interaction interaction, IInteractionHandler handler, string why) =>
        handler is IKeepsInput keeper ? keeper.Keep(interaction, why) : Privately(why);

    private MessageReply Explain(Interaction interaction, Exception exception)
    {
        if (exception is ReplyException told)
        {
            return Privately(told.Message);
        }

        if (exception is StoreUnavailableException unavailable)
        {
            // The store itself has logged what is wrong; people are told what still works.
            return Privately(text[unavailable.Condition.Problem == StoreProblem.Busy ? "StoreBusy" : "StoreReadOnly"]);
        }

        var errorId = Guid.NewGuid().ToString("N")[..8];
        Log.Failed(logger, errorId, interaction.ToString(), exception);
        return exception is OperationCanceledException or TimeoutException
            ? Privately(text["TooSlow", errorId])
            : Privately(text["Apology", errorId]);
    }

    private static MessageReply Privately(string content) => new() { Content = content, Ephemeral = true };

    private static string Relative(DateTimeOffset at) => $"<t:{(at.ToUnixTimeMilliseconds() + 999) / 1000}:R>";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Error {ErrorId} in {Interaction}")]
        public static partial void Failed(ILogger logger, string errorId, string interaction, Exception exception);

        [LoggerMessage(LogLevel.Warning, "Interaction {Id} turned away: {Reason}")]
        public static partial void TurnedAway(ILogger logger, ulong id, string reason);

        [LoggerMessage(LogLevel.Error, "The reply to interaction {Id} could not be delivered")]
        public static partial void Undeliverable(ILogger logger, ulong id, Exception exception);
    }
}
