using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary>Takes a moderator's decision, and shows what became of it: of two moderators one wins, and the other is told who.</summary>
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
        var item = await queue.FindAsync(decision.GuildId, decision.ContributionId, cancellationToken).ConfigureAwait(false);
        return message.Decided(item, result, interaction.User.Id, result.Outcome == DecisionOutcome.Decided ? decision.Reason : null);
    }
}
