using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>"I agree" under the terms: notes it and goes on to what the person wanted.</summary>
/// <param name="consent">Notes it.</param>
/// <param name="form">What comes then.</param>
/// <param name="text">What is said.</param>
public sealed class ConsentButton(ConsentRequest consent, ContributionForm form, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "consent";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var component = interaction.Component!;
        if (component.CustomId.Split(':') is not [_, var version, var next] || version != ContributionTerms.Version.ToString(CultureInfo.InvariantCulture))
        {
            // The terms have changed since they were shown.
            return consent.Ask(ConsentNext.Form, ContributionFields.Empty);
        }

        await consent.GiveAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        if (next == nameof(ConsentNext.Script))
        {
            return new MessageReply { Content = text["Consent_ThenScript"], Ephemeral = true, ReplacesMessage = true };
        }

        var kept = component.Message.EmbedDescriptions is [_, var keptText, var note] ? ContributionFields.FromKept(keptText, note) : null;
        return form.Show(kept ?? ContributionFields.Empty);
    }
}
