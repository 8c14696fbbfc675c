using System.Globalization;
using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Markdown;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Admin;

/// <summary>Shows a server's settings, after every change of one.</summary>
/// <param name="store">Has the words that are kept out.</param>
/// <param name="text">What is said.</param>
/// <param name="contributeText">Names of languages.</param>
public sealed class SettingsMessage(
    GuildSettingsStore store, IStringLocalizer<ReviewText> text, IStringLocalizer<ContributeText> contributeText)
{
    private const int Rose = 0xC2185B;
    private const int MostWords = 450;

    /// <summary>The option that takes a setting back.</summary>
    internal static LocalizedText Clear { get; } = new("clear", "borrar");

    /// <summary>Whether it was chosen.</summary>
    internal static bool IsClear(CommandData command) => command.Options.Any(option => option is { Name: "clear", Value: true });

    /// <summary>Shows them.</summary>
    public async Task<MessageReply> ShowAsync(GuildSettings settings, CancellationToken cancellationToken) =>
        Show(settings, await store.WordsAsync(settings.GuildId, cancellationToken).ConfigureAwait(false));

    private MessageReply Show(GuildSettings settings, IReadOnlyDictionary<string, IReadOnlyList<string>> words) => new()
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
                    new EmbedField(
                        text["Admin_Words"],
                        words.Count == 0 ? text["Admin_None"] : string.Join('\n', words.OrderBy(list => list.Key).Select(Words))),
                ],
                Footer = text["Admin_Footer"],
            },
        ],
    };

    private static string Words(KeyValuePair<string, IReadOnlyList<string>> list) =>
        $"{list.Key}: {SafeText.Inline(string.Join(", ", list.Value), MostWords)}";

    private string Channel(ulong? channel) => channel is { } chosen ? string.Create(CultureInfo.InvariantCulture, $"<#{chosen}>") : text["Admin_None"];

    private string Roles(List<ulong> roles) =>
        roles.Count == 0 ? text["Admin_None"] : string.Join(", ", roles.Select(role => string.Create(CultureInfo.InvariantCulture, $"<@&{role}>")));

    private string Number(int? number) => number?.ToString(CultureInfo.CurrentCulture) ?? text["Admin_Default"];
}
