using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.Texts;

namespace Telenovela.Playground.Commands;

/// <summary>A command as it was typed in one line.</summary>
/// <param name="Command">Which; null where the line names none.</param>
/// <param name="Values">What was given, unchecked, in the order typed.</param>
/// <param name="Problem">What can't be understood; null where everything can.</param>
public sealed record TextCommand(
    PlaygroundCommand? Command, IReadOnlyList<KeyValuePair<OptionDefinition, string>> Values, PlaygroundProblem? Problem)
{
    /// <summary>Words at the end that belong to no option: the beginning of an option's name, while it is being typed.</summary>
    public string Loose { get; init; } = "";
}
