using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>
/// Tells people what became of their lines, for them alone and below the answer to their next command: accepted, rejected with the reason,
/// learned. Nobody gets a direct message.
/// </summary>
public sealed partial class GiverNotice(
    InteractionProcessor processor, GiverWords words, IStringLocalizer<ContributeText> text, ILogger<GiverNotice> logger)
    : IInteractionProcessor
{
    private const int MostRejected = 5;

    /// <inheritdoc/>
    public Task<AcceptedInteraction> AcceptAsync(Interaction interaction, IReplyChannel channel, CancellationToken cancellationToken) =>
        processor.AcceptAsync(
            interaction, interaction.Type == InteractionType.Command ? new TellingChannel(channel, this) : channel, cancellationToken);

    private async Task TellAsync(Interaction interaction, IReplyChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            if (await words.TakeAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false) is { } word)
            {
                await channel.FollowUpAsync(interaction, Show(word), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception unavailable) when (unavailable is StoreUnavailableException or DbUpdateException or DbException)
        {
            // The store has logged what is wrong with it; they are told the next time.
        }
        catch (Exception failed)
        {
            // The answer above has been delivered all the same.
            Log.Untold(logger, interaction.Id, failed);
        }
    }

    private MessageReply Show(GiverWord word)
    {
        var accepted = word.Decided.Where(line => line.Status == ContributionStatus.Approved).ToList();
        var rejected = word.Decided.Where(line => line.Status == ContributionStatus.Rejected).ToList();
        var said = new List<string> { $"**{text["Word_Title"]}**" };
        if (accepted.Count > 0)
        {
            said.Add(accepted.Count == 1
                ? $"{text["Word_Accepted", accepted[0].Id]}\n{Quote(accepted[0])}"
                : text["Word_AcceptedMany", accepted.Count]);
        }

        foreach (var line in rejected.Take(MostRejected))
        {
            var why = line.Reason is null ? "" : "\n" + text["Word_Why", SafeText.Inline(line.Reason, 150)];
            said.Add($"{text["Word_Rejected", line.Id]}\n{Quote(line)}{why}");
        }

        if (rejected.Count > MostRejected)
        {
            said.Add(text["Word_RejectedMore", rejected.Count - MostRejected]);
        }

        if (word.Learned > 0)
        {
            var credit = word.CreditName is { } name ? text["Word_Credit", SafeText.Inline(name, 80)] : text["Word_NoCredit"];
            said.Add($"{(word.Learned == 1 ? text["Word_Learned"] : text["Word_LearnedMany", word.Learned])} {credit}");
        }

        return new MessageReply { Ephemeral = true, Content = string.Join('\n', said) };
    }

    private static string Quote(DecidedLine line) =>
        $"> {(line.Character is null ? "" : $"**{SafeText.Inline(line.Character, 40)}**: ")}{SafeText.Inline(line.Text, 120)}";

    /// <summary>The way back, with the notice behind the answer: a follow-up to a deferral would take the answer's place.</summary>
    private sealed class TellingChannel(IReplyChannel channel, GiverNotice notice) : IReplyChannel
    {
        public async Task EditOriginalAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken)
        {
            await channel.EditOriginalAsync(interaction, message, cancellationToken).ConfigureAwait(false);
            await notice.TellAsync(interaction, channel, cancellationToken).ConfigureAwait(false);
        }

        public Task ReplaceByPrivateAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) =>
            channel.ReplaceByPrivateAsync(interaction, message, cancellationToken);

        public Task FollowUpAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) =>
            channel.FollowUpAsync(interaction, message, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "What became of lines couldn't be told below the answer to interaction {Id}")]
        public static partial void Untold(ILogger logger, ulong id, Exception exception);
    }
}
