namespace Telenovela.Bot.Commands.Definitions;

/// <summary>All commands that the bot answers, for registration, the gateway and the playground's completion.</summary>
public interface ICommandCatalog
{
    /// <summary>The commands, in the order shown.</summary>
    IReadOnlyList<CommandDefinition> Commands { get; }
}
