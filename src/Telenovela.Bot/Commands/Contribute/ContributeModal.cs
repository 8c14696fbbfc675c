using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.Review;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Contributions.Checks.Reading;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>The form when it is sent: checks what was typed, and takes it or says what to change with the text kept.</summary>
/// <param name="gate">Says who may give lines.</param>
/// <param name="consent">Asked again: it may have been withdrawn.</param>
/// <param name="languages">Know the language of the lines.</param>
/// <param name="checks">Look at the lines.</param>
/// <param name="store">Takes them.</param>
/// <param name="answer">Says what became of them.</param>
/// <param name="notice">Tells the moderators.</param>
/// <param name="options">How many may wait.</param>
/// <param name="text">What is said.</param>
/// <param name="botText">What is said when the store is out of order.</param>
public sealed class ContributeModal(
    ContributionGate gate,
    ConsentRequest consent,
    ContributionLanguage languages,
    ContributionChecks checks,
    ContributionStore store,
    ContributionAnswer answer,
    PendingNotice notice,
    IOptions<ContributionCheckOptions> options,
    IStringLocalizer<ContributeText> text,
    IStringLocalizer<BotText> botText) : IInteractionHandler, IKeepsInput
{
    /// <summary>Its custom id.</summary>
    public const string HandlerName = "contribute";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <inheritdoc/>
    public InteractionType Kind => InteractionType.ModalSubmit;

    /// <summary>The terms, or the refusal, under which the form was opened have served when it is sent.</summary>
    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true, ReplacesMessage: interaction.Modal!.Message is not null);

    /// <inheritdoc/>
    public MessageReply Keep(Interaction interaction, string why) => answer.Refuse(why, ContributionFields.Of(interaction.Modal!));

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var fields = ContributionFields.Of(interaction.Modal!);
        try
        {
            return await TakeAsync(interaction, fields, cancellationToken).ConfigureAwait(false);
        }
        catch (ReplyException refused)
        {
            // Whatever the reason, nobody types their lines twice.
            return answer.Refuse(refused.Message, fields);
        }
        catch (StoreUnavailableException unavailable)
        {
            return answer.Refuse(botText[unavailable.Condition.Problem == StoreProblem.Busy ? "StoreBusy" : "StoreReadOnly"], fields);
        }
    }

    private async Task<Reply> TakeAsync(Interaction interaction, ContributionFields fields, CancellationToken cancellationToken)
    {
        var chosen = await gate.RequireAsync(interaction, cancellationToken).ConfigureAwait(false);
        if (!await consent.IsGivenAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false))
        {
            return consent.Ask(ConsentNext.Form, fields);
        }

        var speaker = fields.Character.Length == 0 ? null : fields.Character;
        var lines = DraftReader.Read(fields.Text, speaker);
        var language = fields.Language == ContributionFields.AnyLanguage
            ? await languages.OfAsync(chosen, fields.Telenovela, lines, cancellationToken).ConfigureAwait(false)
            : fields.Language;
        gate.RequireLanguage(chosen, language);
        var checkedLines = await checks.CheckAsync(
            new ContributionDraft(
                chosen.GuildId, interaction.User.Id, fields.Telenovela, language,
                fields.Arc == ContributionFields.NoArc ? null : fields.Arc),
            lines,
            cancellationToken).ConfigureAwait(false);
        if (checkedLines.Problems.Count > 0)
        {
            return answer.Refuse(checkedLines.Problems, fields);
        }

        gate.RequireRoom(chosen, interaction.User.Id, checkedLines.Lines.Count);
        var result = await store.SubmitAsync(
            new Submission(interaction.Id, chosen.GuildId, interaction.User.Id, ContributionTerms.Version, checkedLines.Lines) { MostPending = options.Value.MostPending },
            cancellationToken).ConfigureAwait(false);
        await notice.TellAsync(chosen, result, cancellationToken).ConfigureAwait(false);
        return result.Outcome switch
        {
            SubmissionOutcome.Accepted or SubmissionOutcome.Repeated => answer.Thank(checkedLines.Lines, result),
            SubmissionOutcome.NoConsent => consent.Ask(ConsentNext.Form, fields),
            _ => answer.Refuse(text["Refused_Pending", result.Pending, options.Value.MostPending], fields),
        };
    }
}
