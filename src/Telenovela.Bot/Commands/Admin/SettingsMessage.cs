using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Admin;

/// <summary>Shows a server's settings, after every change of one.</summary>
/// <param name="text">What is said.</param>
/// <param name="contributeText">Names of languages.</param>
public sealed class SettingsMessage(IStringLocalizer<ReviewText> text, IStringLocalizer<ContributeText> contributeText)
{
    private const int Rose = 0xC2185B;

    /// <summary>Shows them.</summary>
    /// <param name="settings">The settings.</param>
    public MessageReply Show(GuildSettings settings) => new()
    {
        Ephemeral = true,
        Embeds =
        [
            new Embed
            {
                Title = text["Admin_Title"],
                Color = Rose,
                Fields =
                [
                    new EmbedField(text["Admin_Channel"], Channel(settings.ReviewChannelId)),
                    new EmbedField(text["Admin_News"], Channel(settings.NewsChannelId)),
                    new EmbedField(text["Admin_Reviewers"], text["Admin_ReviewersText", Roles(settings.ReviewerRoles)]),
                    new EmbedField(text["Admin_Contributors"], settings.Policy == ContributePolicy.Roles ? Roles(settings.ContributorRoles) : text["Admin_Policy" + settings.Policy]),
                    new EmbedField(text["Admin_Languages"], settings.Languages.Count == 0 ? text["Admin_All"] : string.Join(", ", settings.Languages.Select(code => contributeText["Language_" + code].Value))),
                    new EmbedField(text["Admin_Limits"], text["Admin_LimitsText", Number(settings.ContributeCooldownSeconds), Number(settings.LinesPerDay), Number(settings.GenerateCooldownSeconds)]),
                ],
                Footer = text["Admin_Footer"],
            },
        ],
    };

    private string Channel(ulong? channel) => channel is { } chosen ? string.Create(CultureInfo.InvariantCulture, $"<#{chosen}>") : text["Admin_None"];

    private string Roles(List<ulong> roles) =>
        roles.Count == 0 ? text["Admin_None"] : string.Join(", ", roles.Select(role => string.Create(CultureInfo.InvariantCulture, $"<@&{role}>")));

    private string Number(int? number) => number?.ToString(CultureInfo.CurrentCulture) ?? text["Admin_Default"];
}
