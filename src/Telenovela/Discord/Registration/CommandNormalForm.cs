using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Telenovela.Discord.Registration;

/// <summary>
/// Brings a command as we write it and as Discord gives it back into one form: only what can be written, without what equals its
/// default, members in a fixed order.
/// </summary>
internal static class CommandNormalForm
{
    private static readonly string[] CommandMembers =
    [
        "type", "name", "name_localizations", "description", "description_localizations", "default_member_permissions",
        "contexts", "integration_types", "nsfw", "options",
    ];

    private static readonly string[] OptionMembers =
    [
        "type", "name", "name_localizations", "description", "description_localizations", "required", "autocomplete",
        "min_value", "max_value", "min_length", "max_length", "channel_types", "choices", "options",
    ];

    private static readonly string[] ChoiceMembers = ["name", "name_localizations", "value"];

    /// <summary>The normal form as text: two commands are the same when their texts are.</summary>
    /// <param name="command">Ours or Discord's.</param>
    /// <param name="inGuild">Whether it is registered in one server, where contexts and integration types don't apply.</param>
    public static string Of(JsonObject command, bool inGuild)
    {
        var normal = Keep(command, CommandMembers);
        normal["type"] ??= 1;
        foreach (var name in new[] { "contexts", "integration_types" })
        {
            if (normal[name] is JsonArray numbers)
            {
                normal[name] = inGuild ? null : new JsonArray([.. numbers.Select(number => number?.GetValue<int>()).Order().Select(number => (JsonNode?)number)]);
            }
        }

        return WithoutDefaults(normal).ToJsonString();
    }

    private static JsonObject Keep(JsonObject source, string[] members)
    {
        var kept = new JsonObject();
        foreach (var member in members.Where(source.ContainsKey))
        {
            kept[member] = (member, source[member]) switch
            {
                ("options", JsonArray options) => Each(options, OptionMembers),
                ("choices", JsonArray choices) => Each(choices, ChoiceMembers),
                ("name_localizations" or "description_localizations", JsonObject texts) => Sorted(texts),
                ("value" or "min_value" or "max_value", JsonValue value) => Number(value),
                (_, var value) => value?.DeepClone(),
            };
        }

        return kept;
    }

    private static JsonArray Each(JsonArray items, string[] members) => new([.. items.OfType<JsonObject>().Select(item => WithoutDefaults(Keep(item, members)))]);

    private static JsonObject Sorted(JsonObject texts) =>
        new(texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => KeyValuePair.Create(text.Key, text.Value?.DeepClone())));

    // 1 and 1.0 are the same number.
    private static JsonNode Number(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : value.DeepClone();

    private static JsonObject WithoutDefaults(JsonObject json)
    {
        foreach (var (name, value) in json.ToList())
        {
            var isDefault = value switch
            {
                null => true,
                JsonArray list => list.Count == 0,
                JsonObject map => map.Count == 0,
                _ => value.GetValueKind() == JsonValueKind.False,
            };
            if (isDefault)
            {
                json.Remove(name);
            }
        }

        return json;
    }
}
