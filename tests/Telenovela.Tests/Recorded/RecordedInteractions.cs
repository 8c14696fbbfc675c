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
        ("contribute, the terms first", InGuild(20, 2, Command("contribute", """{"name":"telenovela","type":3,"value":"high_tide"},{"name":"character","type":3,"value":"Ofelia"}"""))),
        ("contribute, in a direct message", InDirectMessage(21, 2, Command("contribute"))),
        ("contribute, typing a new telenovela", InGuild(22, 4, Command("contribute", """{"name":"telenovela","type":3,"value":"El último tren","focused":true}"""), "es-419")),
        ("agree to the terms", InGuild(23, 3, Button("consent:1:Form", "The terms"))),
        ("decline the terms", InGuild(24, 3, Button("consent-decline", "The terms"))),
        ("a form with mistakes", InGuild(25, 5, Form("x", "Ofelia", "See http://example.com", "-", "en"))),
        ("a form with lines", InGuild(26, 5, Form("High Tide", "", "OFELIA: The lamp was lit when I came in.\\nCASTO: (laughs) Then you came by the wrong door, and in somebody else's hat.", "lost-love", "en"))),
        ("the same form again", InGuild(27, 5, Form("High Tide", "", "OFELIA: The lamp was lit when I came in.", "lost-love", "en"))),
        ("the next line to review", InGuild(40, 2, Command("next", root: "telenovela-review"))),
        ("approve", InGuild(41, 3, Button("review-approve:1", "x"))),
        ("approve what was approved", InGuild(42, 3, Button("review-approve:1", "x"))),
        ("edit", InGuild(43, 3, Button("review-edit:2", "x"))),
        ("reject, asked why", InGuild(44, 3, Button("review-reject:2", "x"))),
        ("reject", InGuild(45, 5, Word("review-reject-why:2", "reason", "From a show"))),
        ("undo", InGuild(46, 2, Command("undo", root: "telenovela-review"))),
        ("no reports", InGuild(47, 2, Command("reports", root: "telenovela-review"), "es-ES")),
        ("stats, with a picture", InGuild(48, 2, Command("stats"))),
        ("a vote", InGuild(49, 3, Button("vote-up:7:60:0.8:telenovela-en:high_tide", "They met at the well."))),
        ("a report", InGuild(50, 3, Button("report:7:60:0.8:telenovela-en:high_tide", "They met at the well."))),
        ("settings, without the permission", InGuild(51, 2, Command("show", root: "telenovela-admin"))),
        ("retraining, without the permission", InGuild(52, 2, InGroup("retrain", "status"))),
        ("how the retraining stands", AsAdministrator(InGuild(53, 2, InGroup("retrain", "status")))),
        ("how the retraining stands, in Spanish", AsAdministrator(InGuild(54, 2, InGroup("retrain", "status"), "es-419"))),
        ("refreshed", AsAdministrator(InGuild(55, 3, Button("retrain-refresh", "x")))),
        ("refreshed, without the permission", InGuild(56, 3, Button("retrain-refresh", "x"))),
        ("retrain, while it is under way", AsAdministrator(InGuild(57, 2, InGroup("retrain", "now")))),
        ("no history", AsAdministrator(InGuild(58, 2, InGroup("retrain", "history"), "es-ES"))),
        ("nothing to roll back to", AsAdministrator(InGuild(59, 2, InGroup("retrain", "rollback")))),
        ("news in a channel", AsAdministrator(InGuild(60, 2, Command("news", """{"name":"channel","type":7,"value":"77"}""", "telenovela-admin")))),
        ("change", InGuild(28, 3, Button("contribute-edit", "nothing that was kept"))),
        ("a script that isn't there", InGuild(29, 2, Command("contribute-script", """{"name":"telenovela","type":3,"value":"x"}"""))),
        ("a preview that has expired", InGuild(30, 3, Button("script-submit:0123", "x"))),
        ("cancel a preview", InGuild(31, 3, Button("script-cancel:0123", "x"))),
        ("privacy, in Spanish", InGuild(32, 2, Command("privacy"), "es-419")),
        ("delete a line that isn't mine", InGuild(33, 3, Button("my-data-delete-yes:999", "x"))),
        ("a name for credits", InGuild(34, 3, Button("my-data-credit", "x"))),
        ("delete everything", InGuild(35, 3, Button("my-data-delete-all", "x"))),
        ("the wrong word", InGuild(36, 5, Word("my-data-delete-all-word", "word", "yes"))),
        ("the right word", InGuild(37, 5, Word("my-data-delete-all-word", "word", "delete"))),
        ("my data, when there is none", InGuild(38, 2, Command("my-data"))),
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

    private static JsonObject AsAdministrator(JsonObject interaction)
    {
        interaction["member"]!["permissions"] = "32";
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

    private static string Command(string subcommand, string options = "", string root = "telenovela") =>
        $$"""{"id":"500","name":"{{root}}","type":1,"options":[{"name":"{{subcommand}}","type":1,"options":[{{options}}] }] }""";

    private static string InGroup(string group, string subcommand) =>
        $$"""{"id":"500","name":"telenovela-admin","type":1,"options":[{"name":"{{group}}","type":2,"options":[{"name":"{{subcommand}}","type":1,"options":[]}] }] }""";

    private static string Form(string telenovela, string character, string lines, string arc, string language) =>
        $$$"""
        {"custom_id":"contribute","components":[
         {"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"telenovela","value":"{{{telenovela}}}"}},
         {"type":18,"id":3,"component":{"type":4,"id":4,"custom_id":"character","value":"{{{character}}}"}},
         {"type":18,"id":5,"component":{"type":4,"id":6,"custom_id":"text","value":"{{{lines}}}"}},
         {"type":18,"id":7,"component":{"type":3,"id":8,"custom_id":"arc","values":["{{{arc}}}"]}},
         {"type":18,"id":9,"component":{"type":3,"id":10,"custom_id":"language","values":["{{{language}}}"]}}]}
        """;

    private static string Word(string customId, string field, string value) =>
        $$$"""{"custom_id":"{{{customId}}}","components":[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"{{{field}}}","value":"{{{value}}}"}}]}""";

    private static string Button(string customId, string description) =>
        $$"""
        {"custom_id":"{{customId}}","component_type":2,"message":{"id":"900","channel_id":"77","type":0,"content":"","flags":0,"tts":false,"pinned":false,
         "mention_everyone":false,"mentions":[],"mention_roles":[],"attachments":[],"components":[],"timestamp":"2026-11-23T12:00:00+00:00","edited_timestamp":null,
         "author":{"id":"42","username":"telenovela","discriminator":"0000","avatar":null,"bot":true},
         "embeds":[{"type":"rich","title":"High Tide","description":"{{description}}"}] } }
        """;
}
