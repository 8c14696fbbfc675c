namespace Telenovela.Bot.Commands.Definitions;

/// <summary>Gathers the subcommands into <c>/telenovela</c>, <c>/telenovela-review</c> and <c>/telenovela-admin</c>.</summary>
/// <param name="subcommands">All of them; each says by its name where it belongs.</param>
public sealed class CommandCatalog(IEnumerable<ISubcommand> subcommands) : ICommandCatalog
{
    /// <inheritdoc/>
    public IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        .. new CommandDefinition[]
        {
            new(
                new("telenovela", "telenovela"),
                new("Scenes written by a neural network that learned from telenovelas", "Escenas escritas por una red neuronal que aprendió de telenovelas"),
                Of("telenovela", subcommands)),
            new(
                new("telenovela-review", "telenovela-revision"),
                new("Decide on lines that people gave", "Decide sobre las líneas que la gente regaló"),
                Of("telenovela-review", subcommands))
            {
                DefaultMemberPermissions = MemberPermissions.ManageMessages,
                InDirectMessages = false,
            },
            new(
                new("telenovela-admin", "telenovela-ajustes"),
                new("Settings of this server", "Ajustes de este servidor"),
                Of("telenovela-admin", subcommands))
            {
                DefaultMemberPermissions = MemberPermissions.ManageGuild,
                InDirectMessages = false,
            },
        }.Where(command => command.Options.Count > 0),
    ];

    private static IReadOnlyList<OptionDefinition> Of(string command, IEnumerable<ISubcommand> subcommands) =>
        [.. subcommands.Where(subcommand => subcommand.Name.StartsWith(command + " ", StringComparison.Ordinal)).Select(subcommand => subcommand.Definition)];
}
