using System.Collections.Concurrent;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord.Wire;
using Telenovela.Playground.Replies;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Sessions;

/// <summary>Brings later messages to one browser's page. They go through the same JSON as they would on the way to Discord.</summary>
/// <param name="log">The page's messages.</param>
/// <param name="snowflakes">Ids for follow-ups.</param>
/// <param name="clock">Now.</param>
public sealed class PlaygroundChannel(ChannelLog log, SnowflakeSource snowflakes, TimeProvider clock) : IReplyChannel
{
    private readonly ConcurrentDictionary<ulong, ulong> _originals = new();

    /// <summary>Says which message is an interaction's original: its deferral, or the one whose component was used.</summary>
    /// <param name="interaction">Snowflake of the interaction.</param>
    /// <param name="message">Id of the message in the log.</param>
    public void Bind(ulong interaction, ulong message) => _originals[interaction] = message;

    /// <inheritdoc/>
    public Task EditOriginalAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken)
    {
        var body = ReplyReader.Edit(ReplyJson.Edit(message));
        if (_originals.TryGetValue(interaction.Id, out var original))
        {
            log.Update(original, entry => entry with { Body = body, IsThinking = false, BusyCustomId = null, Failure = null });
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReplaceByPrivateAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken)
    {
        LogCause? cause = null;
        if (_originals.TryGetValue(interaction.Id, out var original))
        {
            cause = log.Find(original)?.Cause;
            log.Remove(original);
        }

        Add(interaction, message with { Ephemeral = true }, cause);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task FollowUpAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken)
    {
        if (_originals.TryGetValue(interaction.Id, out var original))
        {
            log.Update(original, entry => entry with { BusyCustomId = null });
        }

        Add(interaction, message, null);
        return Task.CompletedTask;
    }

    private void Add(Interaction interaction, MessageReply message, LogCause? cause)
    {
        var body = ReplyReader.Edit(ReplyJson.FollowUp(message));
        log.Add(new LogEntry(snowflakes.Next(), clock.GetUtcNow())
        {
            Body = body,
            Cause = cause,
            OnlyFor = body.IsEphemeral ? interaction.User.Id : null,
        });
    }
}
