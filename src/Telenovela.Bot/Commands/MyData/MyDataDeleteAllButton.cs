using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Asks for the word that deletes everything.</summary>
/// <param name="text">What is said.</param>
public sealed class MyDataDeleteAllButton(IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "my-data-delete-all";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<Reply>(new ModalReply(
        MyDataDeleteAllModal.HandlerName,
        text["DeleteAll_Title"],
        [new ModalField(text["DeleteAll_Label", text["DeleteAll_Word"].Value], new TextInput(MyDataDeleteAllModal.Field, MaxLength: 20), text["DeleteAll_Hint"])]));
}
