using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>"I agree" under the terms: notes it and goes on with what the person has typed or sent already.</summary>
public sealed class ConsentButton(
    ConsentRequest consent, ContributionForm form, ContributeScriptCommand script, ScriptDrafts drafts,
    IStringLocalizer<ContributeText> text)
    : IInteractionHandler
{
    /// <summary>The prefix of its custom ids.</summary>
    public const string HandlerName = "consent";

    /// <inheritdoc/>
    public string Name => HandlerName;

    /// <summary>A modal must be the first response; a script is fetched and read.</summary>
    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) =>
        IsScript(interaction.Component!.CustomId.Split(':')) ? new(Ephemeral: true, ReplacesMessage: true) : null;

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var component = interaction.Component!;
        var parts = component.CustomId.Split(':');
        var isScript = IsScript(parts);
        var kept = component.Message.EmbedDescriptions is [_, var keptText, var note] ? ContributionFields.FromKept(keptText, note) : null;
        if (parts.Length < 3 || parts[1] != ContributionTerms.Version.ToString(CultureInfo.InvariantCulture))
        {
            // The terms have changed since they were shown.
            var next = isScript ? ConsentNext.Script : ConsentNext.Form;
            return consent.Ask(next, kept ?? ContributionFields.Empty, parts.ElementAtOrDefault(3)) with { ReplacesMessage = isScript };
        }

        var isNew = !await consent.IsGivenAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        await consent.GiveAsync(interaction.User.Id, cancellationToken).ConfigureAwait(false);
        return isScript
            ? await GoOnAsync(interaction, parts.ElementAtOrDefault(3) ?? "", isNew, cancellationToken).ConfigureAwait(false)
            : form.Show(kept ?? ContributionFields.Empty);
    }

    private static bool IsScript(string[] parts) => parts is [_, _, nameof(ConsentNext.Script), ..];

    private async Task<MessageReply> GoOnAsync(Interaction interaction, string key, bool isNew, CancellationToken cancellationToken)
    {
        if (drafts.Take(key, interaction.User.Id) is { Command: { } command } draft)
        {
            try
            {
                var preview = await script.PreviewAsync(interaction, command, cancellationToken).ConfigureAwait(false);
                return preview with { ReplacesMessage = true };
            }
            catch
            {
                // The message stays, so its button goes on with the script once what is in the way is out of it.
                drafts.PutBack(key, draft);
                throw;
            }
        }

        return isNew
            ? new MessageReply { Content = text["Consent_ThenScript"], Ephemeral = true, ReplacesMessage = true }
            : throw new ReplyException(text["Consent_Spent"]);
    }
}
