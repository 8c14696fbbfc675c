using System.Globalization;
using System.Text.Json.Nodes;

namespace Telenovela.Tests.Loopback;

/// <summary>Interactions as Discord sends them, to be changed by a test before they are used.</summary>
public static class Payloads
{
    public const ulong ApplicationId = 1100000000000000001;

    public const ulong UserId = 2200000000000000002;

    private static long _lastId = 3300000000000000000;

    public static JsonObject Ping() => Start(1);

    /// <summary>A slash command in a server; <paramref name="path"/> as <c>telenovela generate</c>.</summary>
    public static JsonObject Command(string path, params JsonNode[] options) => InGuild(CommandNode(2, path, options));

    public static JsonObject DirectCommand(string path, params JsonNode[] options) => InDirectMessage(CommandNode(2, path, options));

    public static JsonObject Autocomplete(string path, params JsonNode[] options) => InGuild(CommandNode(4, path, options));

    public static JsonObject Button(string customId, string content = "", params string[] embedDescriptions)
    {
        var json = InGuild(Start(3));
        json["data"] = new JsonObject { ["id"] = 3, ["component_type"] = 2, ["custom_id"] = customId };
        json["message"] = Message(content, embedDescriptions);
        return json;
    }

    public static JsonObject Select(string customId, params string[] values)
    {
        var json = Button(customId);
        json["data"]!["component_type"] = 3;
        json["data"]!["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return json;
    }

    public static JsonObject Modal(string customId, params JsonNode[] components)
    {
        var json = InGuild(Start(5));
        json["data"] = new JsonObject { ["custom_id"] = customId, ["components"] = new JsonArray(components) };
        return json;
    }

    public static JsonObject Label(JsonObject component) => new() { ["type"] = 18, ["id"] = 1, ["component"] = component };

    public static JsonObject Row(JsonObject component) => new() { ["type"] = 1, ["id"] = 1, ["components"] = new JsonArray(component) };

    public static JsonObject TextInput(string customId, string value) =>
        new() { ["type"] = 4, ["id"] = 2, ["custom_id"] = customId, ["value"] = value };

    public static JsonObject Chosen(int type, string customId, params string[] values) =>
        new() { ["type"] = type, ["id"] = 2, ["custom_id"] = customId, ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    public static JsonObject Option(int type, string name, JsonNode? value, bool focused = false)
    {
        var json = new JsonObject { ["type"] = type, ["name"] = name, ["value"] = value };
        if (focused)
        {
            json["focused"] = true;
        }

        return json;
    }

    public static JsonObject Attachment(string id, string fileName = "capítulo.srt") => new()
    {
        ["id"] = id,
        ["filename"] = fileName,
        ["url"] = $"https://cdn.discordapp.com/ephemeral-attachments/1/{id}/file.srt?ex=1",
        ["proxy_url"] = $"https://media.discordapp.net/ephemeral-attachments/1/{id}/file.srt",
        ["size"] = 1234,
        ["content_type"] = "application/x-subrip; charset=utf-8",
        ["ephemeral"] = true,
    };

    public static JsonObject WithAttachment(this JsonObject interaction, JsonObject attachment)
    {
        interaction["data"]!["resolved"] = new JsonObject
        {
            ["attachments"] = new JsonObject { [attachment["id"]!.GetValue<string>()] = attachment },
        };
        return interaction;
    }

    private static JsonObject Message(string content, string[] embedDescriptions) => new()
    {
        ["id"] = "4400000000000000004",
        ["type"] = 20,
        ["content"] = content,
        ["embeds"] = new JsonArray([.. embedDescriptions.Select(text => new JsonObject { ["type"] = "rich", ["description"] = text })]),
        ["components"] = new JsonArray(Row(new JsonObject { ["type"] = 2, ["style"] = 2, ["custom_id"] = "x", ["label"] = "X" })),
        ["flags"] = 0,
    };

    private static JsonObject CommandNode(int type, string path, JsonNode[] options)
    {
        var names = path.Split(' ');
        var inner = new JsonArray(options);
        for (var at = names.Length - 1; at > 0; at--)
        {
            inner = new JsonArray(new JsonObject { ["type"] = at == names.Length - 1 ? 1 : 2, ["name"] = names[at], ["options"] = inner });
        }

        var json = Start(type);
        json["data"] = new JsonObject { ["id"] = "5500000000000000005", ["type"] = 1, ["name"] = names[0], ["options"] = inner };
        return json;
    }

    private static JsonObject Start(int type)
    {
        var id = Interlocked.Increment(ref _lastId);
        return new JsonObject
        {
            ["id"] = id.ToString(CultureInfo.InvariantCulture),
            ["application_id"] = ApplicationId.ToString(CultureInfo.InvariantCulture),
            ["type"] = type,
            ["token"] = string.Create(CultureInfo.InvariantCulture, $"interaction-secret-{id}"),
            ["version"] = 1,
            ["entitlements"] = new JsonArray(),
            ["attachment_size_limit"] = 10485760,
        };
    }

    private static JsonObject InGuild(JsonObject json)
    {
        json["guild_id"] = "6600000000000000006";
        json["channel_id"] = "7700000000000000007";
        json["channel"] = new JsonObject { ["id"] = "7700000000000000007", ["type"] = 0 };
        json["locale"] = "es-419";
        json["guild_locale"] = "en-US";
        json["context"] = 0;
        json["app_permissions"] = "562949953601536";
        json["member"] = new JsonObject { ["nick"] = "La Abuela", ["permissions"] = "8192", ["roles"] = new JsonArray(), ["user"] = User() };
        return json;
    }

    private static JsonObject InDirectMessage(JsonObject json)
    {
        json["channel_id"] = "8800000000000000008";
        json["locale"] = "en-GB";
        json["context"] = 1;
        json["user"] = User();
        return json;
    }

    private static JsonObject User() => new()
    {
        ["id"] = UserId.ToString(CultureInfo.InvariantCulture),
        ["username"] = "abuela",
        ["global_name"] = "Abuela",
        ["discriminator"] = "0",
        ["avatar"] = null,
    };
}
