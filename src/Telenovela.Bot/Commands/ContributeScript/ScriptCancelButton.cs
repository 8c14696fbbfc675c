using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>"Cancel" under a preview: forgets the script.</summary>
/// <param name="drafts">Holds it.</param>
/// <param name="text">What is said.</param>
public sealed class ScriptCancelButton(ScriptDrafts drafts, IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "script-cancel";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => null;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        drafts.Take(interaction.Component!.CustomId.Split(':', 2)[^1], interaction.User.Id);
        return Task.FromResult<Reply>(new MessageReply { Content = text["Preview_Cancelled"], Ephemeral = true, ReplacesMessage = true });
    }
}
