using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.Review;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>"Submit" under a preview.</summary>
/// <param name="drafts">Holds the script.</param>
/// <param name="gate">Says who may give lines.</param>
/// <param name="store">Takes them.</param>
/// <param name="answer">Says what became of them.</param>
/// <param name="notice">Tells the moderators.</param>
/// <param name="options">How many may wait.</param>
/// <param name="text">What is said.</param>
public sealed class ScriptSubmitButton(
    ScriptDrafts drafts,
    ContributionGate gate,
    ContributionStore store,
    ContributionAnswer answer,
    PendingNotice notice,
    IOptions<ContributionQuotaOptions> options,
    IStringLocalizer<ContributeText> text) : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "script-submit";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var chosen = await gate.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        if (drafts.Take(interaction.Component!.CustomId.Split(':', 2)[^1], interaction.User.Id) is not { Command: null } draft)
        {
            throw new ReplyException(text["Preview_Expired"]);
        }

        try
        {
            gate.RequireRoom(chosen, interaction.User.Id, draft.Lines.Count);
            var result = await store.SubmitAsync(
                new Submission(interaction.Id, draft.GuildId, interaction.User.Id, ContributionTerms.Version, draft.Lines) { MostPending = options.Value.MostPendingOfScripts },
                cancellationToken).ConfigureAwait(false);
            await notice.TellAsync(chosen, result, cancellationToken).ConfigureAwait(false);
            return result.Outcome switch
            {
                SubmissionOutcome.Accepted or SubmissionOutcome.Repeated => answer.Thank(draft.Lines, result) with { ReplacesMessage = true },
                SubmissionOutcome.NoConsent => throw new ReplyException(text["Script_NoConsent"]),
                _ => throw new ReplyException(text["Script_Pending", draft.Lines.Count, result.Pending, options.Value.MostPendingOfScripts]),
            };
        }
        catch
        {
            // The preview stays with its buttons: they must go on working.
            drafts.PutBack(interaction.Component.CustomId.Split(':', 2)[^1], draft);
            throw;
        }
    }
}
