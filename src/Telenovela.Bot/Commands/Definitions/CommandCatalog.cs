namespace Telenovela.Bot.Commands.Definitions;

/// <summary>Gathers the subcommands into <c>/telenovela</c>.</summary>
public sealed class CommandCatalog(IEnumerable<ISubcommand> subcommands) : ICommandCatalog
{
    /// <inheritdoc/>
    public IReadOnlyList<CommandDefinition> Commands { get; } =
    [
        new CommandDefinition(
            new("telenovela", "telenovela"),
            new("Scenes written by a neural network that learned from telenovelas", "Escenas escritas por una red neuronal que aprendió de telenovelas"),
            [.. subcommands.Where(subcommand => subcommand.Name.StartsWith("telenovela ", StringComparison.Ordinal)).Select(subcommand => subcommand.Definition)]),
    ];
}
