using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.Definitions;

/// <summary>A handler that brings its own definition, so that a command is one class.</summary>
public interface ISubcommand : IInteractionHandler
{
    /// <summary>What is registered: a <see cref="OptionType.Subcommand"/> of the command, or of its group, that <see cref="IInteractionHandler.Name"/> begins with.</summary>
    OptionDefinition Definition { get; }

    /// <inheritdoc/>
    InteractionType IInteractionHandler.Kind => InteractionType.Command;
}
