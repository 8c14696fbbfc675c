using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Admin;

/// <summary>Says who may change a server's settings: members with <c>Manage Server</c>. Asked at every use.</summary>
/// <param name="text">What is said.</param>
public sealed class Administrators(IStringLocalizer<ReviewText> text)
{
    /// <summary>Refuses everybody else.</summary>
    /// <param name="interaction">Who, and where.</param>
    /// <returns>The server.</returns>
    /// <exception cref="ReplyException">Says why.</exception>
    public ulong Require(Interaction interaction) =>
        interaction.GuildId is not { } guild ? throw new ReplyException(text["Review_Server"])
        : MemberPermissions.Allow(interaction.MemberPermissions, MemberPermissions.ManageGuild) ? guild
        : throw new ReplyException(text["Admin_NotAllowed"]);
}
