using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Review;

/// <summary><c>/telenovela-review undo</c>: takes back one's own last decision.</summary>
public sealed class ReviewUndoCommand(Moderators moderators, ReviewUndo undo) : ISubcommand
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
        return await undo.TakeAsync(guild, interaction.User.Id, null, cancellationToken).ConfigureAwait(false);
    }
}
