using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>Shows the terms and asks for consent, once for each version of them.</summary>
/// <param name="register">Who agreed.</param>
/// <param name="text">What is said.</param>
public sealed class ConsentRequest(ConsentRegister register, IStringLocalizer<ContributeText> text)
{
    private const int Rose = 0xC2185B;

    /// <summary>Whether a person has agreed to the present terms.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsGivenAsync(ulong userId, CancellationToken cancellationToken) =>
        (await register.OfAsync(userId, cancellationToken).ConfigureAwait(false)).Covers(ContributionTerms.Version);

    /// <summary>Notes that a person agrees to the present terms.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task GiveAsync(ulong userId, CancellationToken cancellationToken) => register.GiveAsync(userId, ContributionTerms.Version, cancellationToken);

    /// <summary>The terms with a button to agree.</summary>
    /// <param name="next">What comes then.</param>
    /// <param name="fields">What the form is filled with then.</param>
    /// <param name="script">The key of the script that was sent already; null for none.</param>
    public MessageReply Ask(ConsentNext next, ContributionFields fields, string? script = null) => new()
    {
        Ephemeral = true,
        Embeds =
        [
            new Embed { Title = text["Consent_Title"], Description = text["Consent_Terms", ContributionTerms.License], Color = Rose, Footer = text["Consent_Version", ContributionTerms.Version] },
            .. next == ConsentNext.Form && fields.Telenovela.Length + fields.Character.Length + fields.Text.Length > 0
                ? [new Embed { Description = fields.ToKeptText() }, new Embed { Description = fields.ToNote() }]
                : Array.Empty<Embed>(),
        ],
        Rows =
        [
            new ActionRow(
                new Button(
                    $"{ConsentButton.HandlerName}:{ContributionTerms.Version}:{next}{(script is null ? "" : ":" + script)}",
                    text["Consent_Agree"], ButtonStyle.Success, "✍️"),
                new Button(ConsentDeclineButton.HandlerName, text["Consent_Decline"], ButtonStyle.Secondary)),
        ],
    };
}
