using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>"Change" under a refusal: opens the form again with what was typed, which the message has kept.</summary>
/// <param name="form">The form.</param>
/// <param name="text">What is said.</param>
public sealed class ContributeEditButton(ContributionForm form, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "contribute-edit";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken) => Task.FromResult<Reply>(
        interaction.Component!.Message.EmbedDescriptions is [_, var keptText, var note] && ContributionFields.FromKept(keptText, note) is { } kept
            ? form.Show(kept)
            : throw new ReplyException(text["Edit_Lost"]));
}
