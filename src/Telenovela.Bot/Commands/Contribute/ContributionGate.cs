using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Contribute;

/// <summary>Says who may give lines where: a server's settings, and quotas.</summary>
/// <param name="settings">What each server's administrators chose.</param>
/// <param name="quota">How much has been given.</param>
/// <param name="text">What is said.</param>
public sealed class ContributionGate(GuildSettingsStore settings, ContributionQuota quota, IStringLocalizer<ContributeText> text)
{
    /// <summary>Refuses whoever may not give lines here.</summary>
    /// <param name="interaction">Who, and where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ReplyException">Says why, and what to do.</exception>
    public async Task<GuildSettings> RequireAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.GuildId is not { } guild)
        {
            throw new ReplyException(text["Gate_Server"]);
        }

        var chosen = await settings.OfAsync(guild, cancellationToken).ConfigureAwait(false);
        return chosen.Policy switch
        {
            ContributePolicy.Nobody => throw new ReplyException(text["Gate_Nobody"]),
            ContributePolicy.Roles when !interaction.MemberRoles.Any(chosen.ContributorRoles.Contains) =>
                throw new ReplyException(text["Gate_Roles", string.Join(", ", chosen.ContributorRoles.Select(role => string.Create(CultureInfo.InvariantCulture, $"<@&{role}>")))]),
            _ => chosen,
        };
    }

    /// <summary>Refuses a language that the server doesn't take.</summary>
    /// <param name="chosen">The server's settings.</param>
    /// <param name="language">ISO 639-1.</param>
    /// <exception cref="ReplyException">Says which are taken.</exception>
    public void RequireLanguage(GuildSettings chosen, string language)
    {
        var taken = chosen.Languages.Count == 0 ? ContributionForm.Languages : chosen.Languages;
        if (!taken.Contains(language))
        {
            throw new ReplyException(text["Gate_Language", string.Join(", ", taken.Select(code => text["Language_" + code].Value))]);
        }
    }

    /// <summary>Takes lines off the quotas of the person and the server.</summary>
    /// <param name="chosen">The server's settings.</param>
    /// <param name="userId">The person.</param>
    /// <param name="lines">How many.</param>
    /// <exception cref="ReplyException">It would be too much; says when there is room again.</exception>
    public void RequireRoom(GuildSettings chosen, ulong userId, int lines)
    {
        if (quota.Take(chosen, userId, lines) is { } later)
        {
            throw new ReplyException(text["Gate_Later", $"<t:{later.ToUnixTimeSeconds()}:R>"]);
        }
    }
}
