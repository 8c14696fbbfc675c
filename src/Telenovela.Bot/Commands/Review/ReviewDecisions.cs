using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary>
/// Takes a moderator's decision, and shows the next line with what became of this one. Of two moderators one wins, and the other is
/// told who.
/// </summary>
/// <param name="queue">Decides.</param>
/// <param name="message">Shows it.</param>
public sealed class ReviewDecisions(ReviewQueue queue, ReviewMessage message)
{
    /// <summary>Decides.</summary>
    /// <param name="decision">What.</param>
    /// <param name="interaction">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Reply> TakeAsync(Decision decision, Interaction interaction, CancellationToken cancellationToken)
    {
        var result = await queue.DecideAsync(decision, cancellationToken).ConfigureAwait(false);
        return await ShowAsync(decision, result, interaction, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides on a line and those behind it.</summary>
    public async Task<Reply> TakeRestAsync(
        Decision decision, RestOf rest, long last, Interaction interaction, CancellationToken cancellationToken)
    {
        var result = await queue.DecideRestAsync(decision, rest, last, cancellationToken).ConfigureAwait(false);
        return await ShowAsync(decision, result, interaction, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Reply> ShowAsync(
        Decision decision, DecisionResult result, Interaction interaction, CancellationToken cancellationToken)
    {
        var item = await queue.FindAsync(decision.GuildId, result.ContributionId, cancellationToken).ConfigureAwait(false);
        if (result.Outcome != DecisionOutcome.Decided)
        {
            return message.Late(item, result, interaction.User.Id);
        }

        var notice = message.Noticed(item, result, decision.Reason);
        var next = await message.NextAsync(
            decision.GuildId, decision.ContributionId, cancellationToken, notice, result).ConfigureAwait(false);
        return next with { ReplacesMessage = true };
    }
}
