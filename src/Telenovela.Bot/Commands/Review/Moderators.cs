using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Review;

/// <summary>
/// Says who may decide: members with <c>Manage Messages</c>, and those with a role that the administrators chose. Asked at every command
/// and every click, since a button outlives a permission.
/// </summary>
/// <param name="settings">The chosen roles.</param>
/// <param name="text">What is said.</param>
public sealed class Moderators(GuildSettingsStore settings, IStringLocalizer<ReviewText> text)
{
    /// <summary>Refuses whoever may not decide.</summary>
    /// <param name="interaction">Who, and where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The server.</returns>
    /// <exception cref="ReplyException">Says why.</exception>
    public async Task<ulong> RequireAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.GuildId is not { } guild)
        {
            throw new ReplyException(text["Review_Server"]);
        }

        return MemberPermissions.Allow(interaction.MemberPermissions, MemberPermissions.ManageMessages)
            || (await settings.OfAsync(guild, cancellationToken).ConfigureAwait(false)).ReviewerRoles.Any(interaction.MemberRoles.Contains)
                ? guild
                : throw new ReplyException(text["Review_NotAllowed"]);
    }
}
