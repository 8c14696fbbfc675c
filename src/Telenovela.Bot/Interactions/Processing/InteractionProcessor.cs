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

        var place = queue.TryReserve(stopping => KeepAsync(interaction, handler, deferral, channel, stopping));
        if (place is null)
        {
            Log.QueueFull(logger, interaction.Id);
            var full = text["QueueFull", Relative(queue.RoomAt)].Value;
            return Immediately(handler is IKeepsInput keeper ? keeper.Keep(interaction, full) : Privately(full));
        }

        if (handler.IsCostly)
        {
            await cooldown.BeginAsync(interaction.GuildId, interaction.User.Id).ConfigureAwait(false);
        }

        return new AcceptedInteraction(deferral, place.Start);
    }

    /// <summary>Does what the deferral promised; whatever happens, "thinking…" is replaced by words.</summary>
    private async Task KeepAsync(
        Interaction interaction, IInteractionHandler handler, DeferredReply deferral, IReplyChannel channel, CancellationToken stopping)
    {
        InteractionCulture.Enter(interaction.Locale);
        try
        {
            MessageReply reply;
            try
            {
                if (stopping.IsCancellationRequested)
                {
                    throw new ReplyException(text["Stopping"]);
                }

                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), clock);
                reply = (MessageReply)await handler.HandleAsync(interaction, deadline.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                await DeliverExplanationAsync(interaction, deferral, channel, Explain(interaction, exception)).ConfigureAwait(false);
                return;
            }

            using var sending = SendingDeadline();
            await channel.EditOriginalAsync(interaction, reply, sending.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The way back is broken (Discord unreachable, token expired): nobody can be told any more.
            Log.Undeliverable(logger, interaction.Id, exception);
        }
    }

    private async Task DeliverExplanationAsync(
        Interaction interaction, DeferredReply deferral, IReplyChannel channel, MessageReply explanation)
    {
        using var sending = SendingDeadline();
        if (deferral.ReplacesMessage)
        {
            // Nothing is "thinking" here, and the original is the message that carries the component: it stays.
            await channel.FollowUpAsync(interaction, explanation, sending.Token).ConfigureAwait(false);
        }
        else if (deferral.Ephemeral)
        {
            await channel.EditOriginalAsync(interaction, explanation, sending.Token).ConfigureAwait(false);
        }
        else
        {
            await channel.ReplaceByPrivateAsync(interaction, explanation, sending.Token).ConfigureAwait(false);
        }
    }

    /// <summary>An interaction's token lives 15 minutes; within that, a rate limit of any length is waited for.</summary>
    private CancellationTokenSource SendingDeadline() => new(TimeSpan.FromMinutes(14), clock);

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

        [LoggerMessage(LogLevel.Warning, "Interaction {Id} turned away: the queue is full")]
        public static partial void QueueFull(ILogger logger, ulong id);

        [LoggerMessage(LogLevel.Error, "The reply to interaction {Id} could not be delivered")]
        public static partial void Undeliverable(ILogger logger, ulong id, Exception exception);
    }
}
