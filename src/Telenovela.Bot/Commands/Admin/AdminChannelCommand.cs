using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Admin;

/// <summary><c>/telenovela-admin channel</c>: where reports are announced.</summary>
/// <param name="administrators">Says who may.</param>
/// <param name="settings">Keeps them.</param>
/// <param name="message">Shows them.</param>
public sealed class AdminChannelCommand(Administrators administrators, GuildSettingsStore settings, SettingsMessage message) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin channel";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("channel", "canal"), new("Where reports are announced; leave it out for nowhere", "Dónde se anuncian los avisos; sin canal, en ninguna parte"))
    {
        Options =
        [
            new(OptionType.Channel, new("channel", "canal"), new("A text channel", "Un canal de texto")),
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = administrators.Require(interaction);
        var channel = interaction.Command!.Options.FirstOrDefault(option => option.Name == "channel")?.Value as ulong?;
        return message.Show(await settings.ChangeAsync(guild, chosen => chosen.ReviewChannelId = channel, cancellationToken).ConfigureAwait(false));
    }
}
