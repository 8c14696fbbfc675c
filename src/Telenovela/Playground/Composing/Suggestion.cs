using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.Commands;

namespace Telenovela.Playground.Composing;

/// <summary>One entry of the list above the composer: a command, an option to add, or a value.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Description">More words.</param>
public sealed record Suggestion(string Label, string Description)
{
    /// <summary>The command that it begins.</summary>
    public PlaygroundCommand? Command { get; init; }

    /// <summary>The option that it adds.</summary>
    public OptionDefinition? Option { get; init; }

    /// <summary>The value that it gives.</summary>
    public JsonNode? Value { get; init; }
}
