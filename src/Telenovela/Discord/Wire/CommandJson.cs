using System.Globalization;
using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>Writes commands for registration (API documentation, "Application Command Object").</summary>
public static class CommandJson
{
    private const int ChatInput = 1;

    /// <summary>All commands, as <c>PUT /applications/{id}/commands</c> takes them.</summary>
    public static JsonArray Payload(IEnumerable<CommandDefinition> commands) => new([.. commands.Select(Payload)]);

    /// <summary>One command.</summary>
    public static JsonObject Payload(CommandDefinition command)
    {
        var json = new JsonObject { ["type"] = ChatInput };
        AddTexts(json, command.Name, command.Description);
        json["options"] = new JsonArray([.. command.Options.Select(Option)]);
        json["default_member_permissions"] = command.DefaultMemberPermissions?.ToString(CultureInfo.InvariantCulture);
        json["contexts"] = command.InDirectMessages ? new JsonArray(0, 1, 2) : new JsonArray(0);
        json["integration_types"] = new JsonArray(0, 1);
        return json;
    }

    private static JsonObject Option(OptionDefinition option)
    {
        var json = new JsonObject { ["type"] = (int)option.Type };
        AddTexts(json, option.Name, option.Description);
        if (option.Type is OptionType.Subcommand or OptionType.SubcommandGroup)
        {
            json["options"] = new JsonArray([.. option.Options.Select(Option)]);
            return json;
        }

        json["required"] = option.Required;
        json.AddIf("autocomplete", option.Autocomplete ? true : null);
        json.AddIf("choices", option.Choices.Count == 0 ? null : new JsonArray([.. option.Choices.Select(choice => ChoiceObject(option.Type, choice))]));
        json.AddIf("min_value", Bound(option.Type, option.MinValue));
        json.AddIf("max_value", Bound(option.Type, option.MaxValue));
        json.AddIf("min_length", option.MinLength);
        json.AddIf("max_length", option.MaxLength);
        return json;
    }

    // The default's own language has its key too, so that a person who reads English never gets another language's fallback.
    private static void AddTexts(JsonObject json, LocalizedText name, LocalizedText description)
    {
        json["name"] = name.English;
        json["name_localizations"] = Localizations(name);
        json["description"] = description.English;
        json["description_localizations"] = Localizations(description);
    }

    private static JsonObject Localizations(LocalizedText text) => new()
    {
        ["en-US"] = text.English,
        ["es-ES"] = text.Spanish,
        ["es-419"] = text.Spanish,
    };

    private static JsonObject ChoiceObject(OptionType type, Choice choice) => new()
    {
        ["name"] = choice.Name,
        ["value"] = type switch
        {
            OptionType.WholeNumber => long.Parse(choice.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            OptionType.Number => double.Parse(choice.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => choice.Value,
        },
    };

    private static JsonNode? Bound(OptionType type, double? bound) => type == OptionType.WholeNumber ? (long?)bound : bound;
}
