using System.Text.Json.Nodes;
using Telenovela.Playground.Texts;

namespace Telenovela.Playground.Commands;

/// <summary>What came of checking an option's text.</summary>
/// <param name="Value">JSON of the option's type; null where it is wrong or left out.</param>
/// <param name="Problem">What is wrong; null where nothing is.</param>
public sealed record OptionCheck(JsonNode? Value, PlaygroundProblem? Problem)
{
    internal static OptionCheck Fine(JsonNode? value) => new(value, null);

    internal static OptionCheck Wrong(string key, params object[] arguments) => new(null, new PlaygroundProblem(key, arguments));
}
