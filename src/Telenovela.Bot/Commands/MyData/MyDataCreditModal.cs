using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Commands.MyData;

/// <summary>Notes the name under which the person wants to be credited.</summary>
/// <param name="register">Notes it.</param>
/// <param name="page">Shows it.</param>
/// <param name="text">What is said.</param>
public sealed class MyDataCreditModal(ConsentRegister register, MyDataPage page, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "my-data-credit-name";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public InteractionType Kind => InteractionType.ModalSubmit;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var name = interaction.Modal!.Text(Field) is { } typed ? PlainText.Clean(typed) : "";
        if (LinkScanner.Find(name).Count > 0 || name.Contains('@', StringComparison.Ordinal))
        {
            throw new ReplyException(text["Credit_Link"]);
        }

        var known = await register.SetCreditNameAsync(interaction.User.Id, name.Length == 0 ? null : name[..Math.Min(name.Length, MostName)], cancellationToken).ConfigureAwait(false);
        return await page.ShowAsync(interaction.User.Id, null, cancellationToken, known ? text["Credit_Noted"] : text["Credit_Unknown"]).ConfigureAwait(false);
    }

    /// <summary>The form's field.</summary>
    public const string Field = "name";

    /// <summary>Most characters of a name.</summary>
    public const int MostName = 40;
}
