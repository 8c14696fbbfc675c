using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Review;

/// <summary>Takes a moderator's decision back and shows its line, or the first of its lines, again.</summary>
public sealed class ReviewUndo(ReviewQueue queue, ReviewMessage message, IStringLocalizer<ReviewText> text)
{
    /// <summary>Takes it back.</summary>
    /// <param name="guildId">The server.</param>
    /// <param name="moderatorId">Whose.</param>
    /// <param name="contributionId">A line that it was about; null for the last decision.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MessageReply> TakeAsync(ulong guildId, ulong moderatorId, long? contributionId, CancellationToken cancellationToken)
    {
        var undone = await queue.UndoAsync(guildId, moderatorId, cancellationToken, contributionId).ConfigureAwait(false);
        if (undone.Outcome != DecisionOutcome.Decided)
        {
            var nothing = text["Undo_Nothing"].Value;
            return contributionId is { } shown
                ? await message.NextAsync(guildId, shown, cancellationToken, nothing).ConfigureAwait(false)
                : new MessageReply { Ephemeral = true, Content = nothing };
        }

        var was = text["Undo_" + undone.Kind].Value;
        var notice = undone.Lines > 1 ? text["Undo_DoneMany", undone.Lines, was] : text["Undo_Done", undone.ContributionId, was];
        return await message.NextAsync(guildId, undone.ContributionId - 1, cancellationToken, notice).ConfigureAwait(false);
    }
}
