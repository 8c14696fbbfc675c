using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Admin;

/// <summary><c>/telenovela-admin languages</c>: in which languages lines are taken.</summary>
/// <param name="administrators">Says who may.</param>
/// <param name="settings">Keeps them.</param>
/// <param name="message">Shows them.</param>
public sealed class AdminLanguagesCommand(Administrators administrators, GuildSettingsStore settings, SettingsMessage message) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin languages";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("languages", "idiomas"), new("In which languages lines are taken", "En qué idiomas se reciben líneas"))
    {
        Options =
        [
            new(OptionType.Text, new("languages", "idiomas"), new("One of them, or all", "Uno de ellos, o todos"))
            {
                Required = true,
                Choices = [new Choice("all", "all"), new Choice("English", "en"), new Choice("Español", "es")],
            },
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = administrators.Require(interaction);
        var language = interaction.Command!.Text("languages");
        var shown = await settings.ChangeAsync(
            guild, chosen => chosen.Languages = language is "en" or "es" ? [language] : [], cancellationToken).ConfigureAwait(false);
        return await message.ShowAsync(shown, cancellationToken).ConfigureAwait(false);
    }
}
