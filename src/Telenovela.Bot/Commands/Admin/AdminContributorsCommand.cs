using Microsoft.Extensions.Localization;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Commands.Admin;

/// <summary><c>/telenovela-admin contributors</c>: who may give lines.</summary>
/// <param name="administrators">Says who may.</param>
/// <param name="settings">Keeps them.</param>
/// <param name="message">Shows them.</param>
/// <param name="text">What is said.</param>
public sealed class AdminContributorsCommand(Administrators administrators, GuildSettingsStore settings, SettingsMessage message, IStringLocalizer<ReviewText> text) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin contributors";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("contributors", "autores"), new("Who may give lines", "Quién puede dar líneas"))
    {
        Options =
        [
            new(OptionType.Text, new("who", "quien"), new("Everybody, members with a role, or nobody for now", "Todos, quienes tienen un rol, o nadie por ahora"))
            {
                Required = true,
                Choices = [new Choice("everyone", nameof(ContributePolicy.Everyone)), new Choice("role", nameof(ContributePolicy.Roles)), new Choice("nobody", nameof(ContributePolicy.Nobody))],
            },
            new(OptionType.Role, new("role", "rol"), new("The role; naming it again takes it away", "El rol; otra vez lo quita")),
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = administrators.Require(interaction);
        if (!Enum.TryParse<ContributePolicy>(interaction.Command!.Text("who"), out var policy))
        {
            throw new ReplyException(text["Admin_Who"]);
        }

        var role = interaction.Command.Options.FirstOrDefault(option => option.Name == "role")?.Value as ulong?;
        var before = await settings.OfAsync(guild, cancellationToken).ConfigureAwait(false);
        if (policy == ContributePolicy.Roles && role is null && before.ContributorRoles.Count == 0)
        {
            throw new ReplyException(text["Admin_WhichRole"]);
        }

        var shown = await settings.ChangeAsync(
            guild,
            chosen =>
            {
                chosen.Policy = policy;
                if (role is { } named)
                {
                    chosen.ContributorRoles = chosen.ContributorRoles.Contains(named) ? [.. chosen.ContributorRoles.Where(other => other != named)] : [.. chosen.ContributorRoles, named];
                }
            },
            cancellationToken).ConfigureAwait(false);
        return await message.ShowAsync(shown, cancellationToken).ConfigureAwait(false);
    }
}
