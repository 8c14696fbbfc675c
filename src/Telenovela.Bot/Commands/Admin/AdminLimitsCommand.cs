using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;

namespace Telenovela.Bot.Commands.Admin;

/// <summary><c>/telenovela-admin limits</c>: pauses between contributions and between generated texts, and lines a person may give in a day.</summary>
/// <param name="administrators">Says who may.</param>
/// <param name="settings">Keeps them.</param>
/// <param name="message">Shows them.</param>
/// <param name="text">What is said.</param>
public sealed class AdminLimitsCommand(Administrators administrators, GuildSettingsStore settings, SettingsMessage message, IStringLocalizer<ReviewText> text) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin limits";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand,
        new("limits", "limites"),
        new("Pauses and quotas; without an option, shows them", "Pausas y cuotas; sin opciones, las muestra"))
    {
        Options =
        [
            new(OptionType.WholeNumber, new("pause", "pausa"), new("Seconds between two contributions of a person", "Segundos entre dos contribuciones de una persona")) { MinValue = 0, MaxValue = 86_400 },
            new(OptionType.WholeNumber, new("generate-pause", "pausa-al-generar"), new("Seconds between two generated texts of a person", "Segundos entre dos textos generados por una persona")) { MinValue = 0, MaxValue = 86_400 },
            new(OptionType.WholeNumber, new("lines-per-day", "lineas-por-dia"), new("Lines that a person may give in a day", "Líneas que una persona puede dar en un día")) { MinValue = 1, MaxValue = 10_000 },
            new(
                OptionType.Boolean, SettingsMessage.Clear,
                new("Back to the bot's own, but for what is named", "Volver a los del bot, salvo lo que se diga")),
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = administrators.Require(interaction);
        var pause = (int?)interaction.Command!.WholeNumber("pause");
        var generating = (int?)interaction.Command.WholeNumber("generate-pause");
        var lines = (int?)interaction.Command.WholeNumber("lines-per-day");
        if (pause is < 0 or > 86_400 || generating is < 0 or > 86_400 || lines is < 1 or > 10_000)
        {
            throw new ReplyException(text["Admin_Range"]);
        }

        var isClear = SettingsMessage.IsClear(interaction.Command);
        var shown = isClear || pause is not null || generating is not null || lines is not null
            ? await settings.ChangeAsync(
                guild,
                chosen =>
                {
                    chosen.ContributeCooldownSeconds = pause ?? (isClear ? null : chosen.ContributeCooldownSeconds);
                    chosen.GenerateCooldownSeconds = generating ?? (isClear ? null : chosen.GenerateCooldownSeconds);
                    chosen.LinesPerDay = lines ?? (isClear ? null : chosen.LinesPerDay);
                },
                cancellationToken).ConfigureAwait(false)
            : await settings.OfAsync(guild, cancellationToken).ConfigureAwait(false);
        return await message.ShowAsync(shown, cancellationToken).ConfigureAwait(false);
    }
}
