using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Feedback;

/// <summary>A button under a generated text that says what somebody thinks of it. The other one changes the vote.</summary>
/// <param name="name">The prefix of its custom ids.</param>
/// <param name="value">Which way.</param>
/// <param name="messages">Finds out which text.</param>
/// <param name="feedback">Keeps the vote.</param>
/// <param name="text">What is said.</param>
public abstract class VoteButton(
    string name, VoteValue value, RatedMessages messages, FeedbackStore feedback, IStringLocalizer<ReviewText> text) : IInteractionHandler
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var component = interaction.Component!;
        var rated = messages.Of(interaction, component.CustomId, component.Message);
        var totals = await feedback.VoteAsync(rated, interaction.User.Id, value, cancellationToken).ConfigureAwait(false);
        return new MessageReply
        {
            Content = text[value == VoteValue.Up ? "Vote_Up" : "Vote_Down", totals.Up, totals.Down],
            Ephemeral = true,
        };
    }
}
