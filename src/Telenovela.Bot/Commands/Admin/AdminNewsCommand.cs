using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Admin;

/// <summary><c>/telenovela-admin news</c>: where is told what the bot learned, in the language of whoever says so.</summary>
/// <param name="administrators">Says who may.</param>
/// <param name="settings">Keeps them.</param>
/// <param name="message">Shows them.</param>
public sealed class AdminNewsCommand(Administrators administrators, GuildSettingsStore settings, SettingsMessage message) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin news";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand,
        new("news", "noticias"),
        new("Where I tell what I learned; without an option, shows it", "Dónde cuento lo que aprendí; sin opciones, lo muestra"))
    {
        Options =
        [
            new(OptionType.Channel, new("channel", "canal"), new("A text channel", "Un canal de texto")),
            new(OptionType.Boolean, SettingsMessage.Clear, new("Tell it nowhere", "No contarlo en ninguna parte")),
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = administrators.Require(interaction);
        var channel = interaction.Command!.Options.FirstOrDefault(option => option.Name == "channel")?.Value as ulong?;
        var shown = channel is not null || SettingsMessage.IsClear(interaction.Command)
            ? await settings.ChangeAsync(
                guild,
                chosen => (chosen.NewsChannelId, chosen.NewsLocale) = (channel, channel is null ? null : interaction.Locale),
                cancellationToken).ConfigureAwait(false)
            : await settings.OfAsync(guild, cancellationToken).ConfigureAwait(false);
        return await message.ShowAsync(shown, cancellationToken).ConfigureAwait(false);
    }
}
