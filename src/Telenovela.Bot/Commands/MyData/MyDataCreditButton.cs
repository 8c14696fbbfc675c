using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Asks under which name the person wants to be credited.</summary>
/// <param name="register">Knows the present name.</param>
/// <param name="text">What is said.</param>
public sealed class MyDataCreditButton(ConsentRegister register, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "my-data-credit";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var consent = await register.OfAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        return new ModalReply(
            MyDataCreditModal.HandlerName,
            text["Credit_Title"],
            [new ModalField(text["Credit_Name"], new TextInput(MyDataCreditModal.Field, Required: false, MaxLength: MyDataCreditModal.MostName, Value: consent.CreditName), text["Credit_Hint"])]);
    }
}
