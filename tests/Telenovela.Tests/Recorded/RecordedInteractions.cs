using System.Text.Json.Nodes;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Recorded;

/// <summary>Interactions as Discord writes them, for sending through each transport. Every id is its own, so that each is answered once.</summary>
internal static class RecordedInteractions
{
    public const ulong ApplicationId = Payloads.ApplicationId;

    private const string Member =
        """
        {"user":{"id":"9","username":"ana","global_name":"Ana","discriminator":"0","avatar":null},"nick":"Ana la Villana","roles":[],
         "joined_at":"2024-01-01T00:00:00+00:00","permissions":"8192","deaf":false,"mute":false,"avatar":null,"flags":0,"premium_since":null,"pending":false}
        """;

    private const string Channel = """{"id":"77","type":0,"guild_id":"66","name":"telenovela","position":0,"permissions":"8192"}""";

    /// <summary>By name, in the order to be sent.</summary>
    public static IReadOnlyList<(string Name, JsonObject Interaction)> All { get; } =
    [
        ("a command without options", InGuild(1, 2, Command("generate"))),
        ("a command with every option, in Spanish", InGuild(2, 2, Command("generate", """
            {"name":"telenovela","type":3,"value":"la_sal"},{"name":"prompt","type":3,"value":"¡No *te* vayas!"},
            {"name":"length","type":4,"value":50},{"name":"temperature","type":10,"value":1},{"name":"seed","type":4,"value":7}
            """), "es-419")),
        ("a telenovela that nobody knows", InGuild(3, 2, Command("generate", """{"name":"telenovela","type":3,"value":"dallas"}"""))),
        ("a number out of range", InGuild(4, 2, Command("generate", """{"name":"length","type":4,"value":5}"""))),
        ("about, in Spanish", InGuild(5, 2, Command("about"), "es-ES")),
        ("about, in a direct message", InDirectMessage(6, 2, Command("about"))),
        ("a command that was removed", InGuild(7, 2, Command("sing"))),
        ("typing", InGuild(8, 4, Command("generate", """{"name":"telenovela","type":3,"value":"ti","focused":true}"""))),
        ("typing in another option", InGuild(9, 4, Command("generate", """{"name":"prompt","type":3,"value":"ti","focused":true}"""))),
        ("again", InGuild(10, 3, Button("generate-again:60:0.8:high_tide", "**Te amo**, said the text"))),
        ("continue", InGuild(11, 3, Button("generate-continue:60:0.8:high_tide", "They met at the well. She never came back."))),
        ("a forged button", InGuild(12, 3, Button("generate-again:999999:0.8:high_tide", "x"))),
        ("an unknown button", InGuild(13, 3, Button("sing:1", "x"))),
        ("an unknown modal", InGuild(14, 5,
            """{"custom_id":"sing:1","components":[{"type":1,"components":[{"type":4,"custom_id":"line","value":"La la"}]}]}""")),
    ];

    private static JsonObject InGuild(ulong id, int type, string data, string locale = "en-US")
    {
        var interaction = New(id, type, data, locale);
        interaction["guild_id"] = "66";
        interaction["guild_locale"] = "en-US";
        interaction["guild"] = JsonNode.Parse("""{"id":"66","locale":"en-US","features":[]}""");
        interaction["member"] = JsonNode.Parse(Member);
        return interaction;
    }

    private static JsonObject InDirectMessage(ulong id, int type, string data)
    {
        var interaction = New(id, type, data, "en-GB");
        interaction["user"] = JsonNode.Parse(Member)!["user"]!.DeepClone();
        interaction["channel"] = JsonNode.Parse("""{"id":"78","type":1}""");
        interaction["context"] = 1;
        return interaction;
    }

    private static JsonObject New(ulong id, int type, string data, string locale)
    {
        var parsed = JsonNode.Parse(data)!.AsObject();
        var message = parsed["message"]?.DeepClone();
        parsed.Remove("message");
        var interaction = new JsonObject
        {
            ["id"] = $"{1_000_000_000_000_000_000 + id}",
            ["application_id"] = $"{ApplicationId}",
            ["type"] = type,
            ["token"] = $"recorded-token-of-{id:D4}",
            ["version"] = 1,
            ["locale"] = locale,
            ["app_permissions"] = "2048",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject(),
            ["context"] = 0,
            ["attachment_size_limit"] = 10485760,
            ["channel_id"] = "77",
            ["channel"] = JsonNode.Parse(Channel),
            ["data"] = parsed,
        };
        if (message is not null)
        {
            interaction["message"] = message;
        }

        return interaction;
    }

    private static string Command(string subcommand, string options = "") =>
        $$"""{"id":"500","name":"telenovela","type":1,"options":[{"name":"{{subcommand}}","type":1,"options":[{{options}}] }] }""";

    private static string Button(string customId, string description) =>
        $$"""
        {"custom_id":"{{customId}}","component_type":2,"message":{"id":"900","channel_id":"77","type":0,"content":"","flags":0,"tts":false,"pinned":false,
         "mention_everyone":false,"mentions":[],"mention_roles":[],"attachments":[],"components":[],"timestamp":"2026-11-23T12:00:00+00:00","edited_timestamp":null,
         "author":{"id":"42","username":"telenovela","discriminator":"0000","avatar":null,"bot":true},
         "embeds":[{"type":"rich","title":"High Tide","description":"{{description}}"}] } }
        """;
}
