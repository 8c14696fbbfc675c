using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>"No" under the terms: nothing is kept.</summary>
/// <param name="text">What is said.</param>
public sealed class ConsentDeclineButton(IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "consent-decline";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(new MessageReply { Content = text["Consent_Declined"], Ephemeral = true, ReplacesMessage = true });
}
