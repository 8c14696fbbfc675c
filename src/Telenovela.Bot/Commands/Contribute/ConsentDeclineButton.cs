using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>"No" under the terms: nothing is kept.</summary>
public sealed class ConsentDeclineButton(ConsentRequest consent, ScriptDrafts drafts, IStringLocalizer<ContributeText> text)
    : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "consent-decline";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        // Whoever has pressed the other button before has agreed, and only my-data takes that back.
        var isGiven = await consent.IsGivenAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        if (!isGiven)
        {
            drafts.Forget(interaction.User.Id);
        }

        return new MessageReply
        {
            Content = text[isGiven ? "Consent_Already" : "Consent_Declined"],
            Ephemeral = true,
            ReplacesMessage = true,
        };
    }
}
