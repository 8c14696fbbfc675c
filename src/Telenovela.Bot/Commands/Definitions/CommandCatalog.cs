namespace Telenovela.Bot.Commands.Definitions;

/// <summary>Gathers the subcommands into <c>/telenovela</c>, <c>/telenovela-review</c> and <c>/telenovela-admin</c>.</summary>
/// <param name="subcommands">All of them; each says by its name where it belongs.</param>
public sealed class CommandCatalog(IEnumerable<ISubcommand> subcommands) : ICommandCatalog
{
    private static readonly OptionDefinition Retraining = new(
        OptionType.SubcommandGroup, new("retrain", "reentrenar"), new("Has the models learn what people gave", "Hace que los modelos aprendan lo que la gente dio"));

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
                [.. Of("telenovela-admin", subcommands), .. Group("telenovela-admin", Retraining, subcommands)])
            {
                DefaultMemberPermissions = MemberPermissions.ManageGuild,
                InDirectMessages = false,
            },
        }.Where(command => command.Options.Count > 0),
    ];

    /// <summary>The subcommands right below a command or a group.</summary>
    private static IReadOnlyList<OptionDefinition> Of(string path, IEnumerable<ISubcommand> subcommands) =>
        [.. subcommands.Where(subcommand => subcommand.Name[..subcommand.Name.LastIndexOf(' ')] == path).Select(subcommand => subcommand.Definition)];

    /// <summary>A group with its subcommands; nothing where it has none.</summary>
    private static IEnumerable<OptionDefinition> Group(string command, OptionDefinition group, IEnumerable<ISubcommand> subcommands) =>
        Of($"{command} {group.Name.English}", subcommands) is { Count: > 0 } below ? [group with { Options = below }] : [];
}
