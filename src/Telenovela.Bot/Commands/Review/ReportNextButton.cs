using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary>"Next" under a report.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="message">Shows it.</param>
public sealed class ReportNextButton(Moderators moderators, ReportMessage message) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "report-next";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        return await message.NextAsync(guild, ReviewId.Of(interaction.Component!.CustomId), cancellationToken).ConfigureAwait(false);
    }
}
