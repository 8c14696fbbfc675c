using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Admin;

/// <summary><c>/telenovela-admin reviewers</c>: a role whose members may review; naming it again takes it away.</summary>
/// <param name="administrators">Says who may.</param>
/// <param name="settings">Keeps them.</param>
/// <param name="message">Shows them.</param>
public sealed class AdminReviewersCommand(Administrators administrators, GuildSettingsStore settings, SettingsMessage message) : ISubcommand
{
    /// <inheritdoc/>
    public string Name => "telenovela-admin reviewers";

    /// <inheritdoc/>
    public OptionDefinition Definition { get; } = new(
        OptionType.Subcommand, new("reviewers", "revisores"), new("A role that may review; once more takes it away", "Un rol que puede revisar; otra vez lo quita"))
    {
        Options =
        [
            new(OptionType.Role, new("role", "rol"), new("The role", "El rol")) { Required = true },
        ],
    };

    /// <inheritdoc/>
    public DeferredReply? Defer(Interaction interaction) => new(Ephemeral: true);

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var guild = administrators.Require(interaction);
        var role = interaction.Command!.Options.FirstOrDefault(option => option.Name == "role")?.Value as ulong? ?? 0;
        var shown = await settings.ChangeAsync(
            guild,
            chosen => chosen.ReviewerRoles = chosen.ReviewerRoles.Contains(role)
                ? [.. chosen.ReviewerRoles.Where(other => other != role)]
                : [.. chosen.ReviewerRoles, role],
            cancellationToken).ConfigureAwait(false);
        return await message.ShowAsync(shown, cancellationToken).ConfigureAwait(false);
    }
}
