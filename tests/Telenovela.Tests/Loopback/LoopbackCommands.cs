using System.Globalization;
using System.Text.Json.Nodes;

namespace Telenovela.Tests.Loopback;

/// <summary>The commands as Discord keeps them: with members of its own, and without what equals a default.</summary>
public sealed class LoopbackCommands
{
    private readonly Dictionary<string, JsonArray> _byPath = [];
    private long _lastId = 9100000000000000000;

    /// <summary>The commands under a path.</summary>
    public JsonArray Get(string path) => (JsonArray)(_byPath.GetValueOrDefault(path) ?? []).DeepClone();

    /// <summary>Replaces them.</summary>
    public JsonArray Put(string path, JsonArray commands)
    {
        var inGuild = path.Contains("guilds", StringComparison.Ordinal);
        _byPath[path] = new JsonArray([.. commands.Select(command => Kept((JsonObject)command!.DeepClone(), inGuild))]);
        return Get(path);
    }

    private JsonObject Kept(JsonObject command, bool inGuild)
    {
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        command["id"] = id;
        command["application_id"] = Payloads.ApplicationId.ToString(CultureInfo.InvariantCulture);
        command["version"] = id;
        command["nsfw"] = false;
        command["dm_permission"] = !inGuild;
        command["contexts"] = inGuild ? null : command["contexts"] is JsonArray contexts ? new JsonArray([.. contexts.Reverse().Select(number => number!.DeepClone())]) : null;
        command["integration_types"] ??= new JsonArray(0);
        Settle(command);
        return command;
    }

    private static void Settle(JsonObject node)
    {
        foreach (var name in new[] { "required", "autocomplete" })
        {
            if (node[name]?.GetValueKind() == System.Text.Json.JsonValueKind.False)
            {
                node.Remove(name);
            }
        }

        if (node["options"] is JsonArray { Count: 0 })
        {
            node.Remove("options");
        }

        foreach (var option in (node["options"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Settle(option);
        }

        // Discord gives members back in an order of its own.
        var members = node.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => (member.Key, Value: member.Value?.DeepClone())).ToList();
        node.Clear();
        members.ForEach(member => node[member.Key] = member.Value);
    }
}
