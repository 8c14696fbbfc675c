using System.Globalization;
using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.Commands;
using Telenovela.Playground.People;
using Telenovela.Playground.Texts;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground.Composing;

/// <summary>The values that an option can have, where there are only so many.</summary>
internal static class ChoiceSource
{
    /// <summary>All of them; none where anything can be typed.</summary>
    public static IReadOnlyList<Suggestion> Of(OptionDefinition option, PlaygroundLocale locale) => option switch
    {
        { Choices.Count: > 0 } => [.. option.Choices.Select(choice => Value(choice.Name, "", OptionValidator.Check(option, choice.Name).Value))],
        { Type: OptionType.Boolean } => [Value(PlaygroundText.Get(locale, "True"), "", true), Value(PlaygroundText.Get(locale, "False"), "", false)],
        { Type: OptionType.User } => [.. PlaygroundPeople.All.Select(person => Value(person.DisplayName, "@" + person.UserName, Text(person.Id)))],
        { Type: OptionType.Channel } => [Value("#escenas", "", Text(PlaygroundInteractionJson.Channel))],
        _ => [],
    };

    private static Suggestion Value(string label, string description, JsonNode? value) => new(label, description) { Value = value };

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
