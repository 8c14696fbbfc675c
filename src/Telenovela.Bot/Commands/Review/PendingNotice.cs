using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Review;

/// <summary>
/// Tells the moderators' channel that lines wait: when the queue was empty before them, so that a busy evening is one message and not a hundred.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="poster">Posts.</param>
/// <param name="text">What is said.</param>
public sealed class PendingNotice(ReviewQueue queue, IChannelPoster poster, IStringLocalizer<ReviewText> text)
{
    /// <summary>Tells, where a channel was chosen and nothing else waits there.</summary>
    /// <param name="settings">The server's.</param>
    /// <param name="given">What the store said of the lines just given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TellAsync(GuildSettings settings, SubmissionResult given, CancellationToken cancellationToken)
    {
        if (given.Outcome == SubmissionOutcome.Accepted && settings.ReviewChannelId is { } channel
            && await queue.CountAsync(settings.GuildId, cancellationToken).ConfigureAwait(false) == Math.Min(given.Ids.Count, ReviewQueue.MostCounted))
        {
            await poster.PostAsync(
                channel,
                new MessageReply
                {
                    Content = given.Ids.Count == 1 ? text["Pending_One"] : text["Pending_Many", given.Ids.Count],
                    Rows = [new ActionRow(new Button(string.Create(CultureInfo.InvariantCulture, $"{ReviewOpenButton.HandlerName}:0"), text["Pending_Review"], ButtonStyle.Primary, "👀"))],
                },
                cancellationToken).ConfigureAwait(false);
        }
    }
}
