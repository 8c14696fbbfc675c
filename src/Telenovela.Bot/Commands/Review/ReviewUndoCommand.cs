using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Review;

/// <summary><c>/telenovela-review undo</c>: takes back one's own last decision.</summary>
/// <param name="moderators">Says who may.</param>
/// <param name="queue">Undoes it.</param>
/// <param name="text">What is said.</param>
public sealed class ReviewUndoCommand(Moderators moderators, ReviewQueue queue, IStringLocalizer<ReviewText> text) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-review undo";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("undo", "deshacer"), new("Takes your last decision back", "Deshace tu última decisión"));

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = await moderators.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        var undone = await queue.UndoAsync(guild, interaction.User.Id, cancellationToken).ConfigureAwait(false);
        return new MessageReply
        {
            Ephemeral = true,
            Content = undone.Outcome == DecisionOutcome.Decided ? text["Undo_Done", undone.ContributionId, text["Undo_" + undone.Kind].Value] : text["Undo_Nothing"],
            Rows = undone.Outcome == DecisionOutcome.Decided
                ? [new ActionRow(new Button(string.Create(CultureInfo.InvariantCulture, $"{ReviewNextButton.HandlerName}:{undone.ContributionId - 1}"), text["Review_Next"], ButtonStyle.Primary, "⏭️"))]
                : [],
        };
    }
}
