using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Deletes everything, when the word was typed.</summary>
/// <param name="data">Deletes it.</param>
/// <param name="drafts">What waits for the word to be submitted goes too.</param>
/// <param name="text">What is said.</param>
public sealed class MyDataDeleteAllModal(PersonalData data, ScriptDrafts drafts, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "my-data-delete-all-word";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public InteractionType Kind => InteractionType.ModalSubmit;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var word = text["DeleteAll_Word"].Value;
        if (!string.Equals(interaction.Modal!.Text(Field), word, StringComparison.OrdinalIgnoreCase))
        {
            throw new ReplyException(text["DeleteAll_WrongWord", word]);
        }

        drafts.Forget(interaction.User.Id);
        var deleted = await data.DeleteAllAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        return new MessageReply { Ephemeral = true, Content = text["DeleteAll_Done", deleted.Lines, deleted.Votes, deleted.Reports] };
    }

    /// <summary>The form's field.</summary>
    public const string Field = "word";
}
