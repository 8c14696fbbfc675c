using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Withdraws consent: nothing new is taken, and what was given is neither trained on nor exported any more.</summary>
/// <param name="register">Notes it.</param>
/// <param name="page">Shows what is left.</param>
/// <param name="text">What is said.</param>
public sealed class MyDataWithdrawButton(ConsentRegister register, MyDataPage page, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "my-data-withdraw";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        await register.WithdrawAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        return await page.ShowAsync(interaction.User.Id, null, cancellationToken, text["MyData_Withdrawn"]).ConfigureAwait(false) with { ReplacesMessage = true };
    }
}
