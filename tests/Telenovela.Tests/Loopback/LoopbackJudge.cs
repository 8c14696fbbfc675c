using System.Text.Json.Nodes;

namespace Telenovela.Tests.Loopback;

/// <summary>Says what Discord would refuse in a payload, and what we refuse ourselves.</summary>
public static class LoopbackJudge
{
    /// <summary>Problems of a first response.</summary>
    public static IReadOnlyList<string> Callback(JsonNode? json, IReadOnlyList<LoopbackFile> files)
    {
        int? type = json?["type"] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
        var schema = type switch
        {
            1 => "PongInteractionCallbackRequest",
            4 or 5 => "CreateMessageInteractionCallbackRequest",
            6 or 7 => "UpdateMessageInteractionCallbackRequest",
            8 => "ApplicationCommandAutocompleteCallbackRequest",
            9 => "ModalInteractionCallbackRequest",
            _ => null,
        };
        if (schema is null)
        {
            return ["no callback of a known type"];
        }

        var own = type is 4 or 7 ? Message(json!["data"], files)
            : type == 5 && json!["data"] is JsonObject data && data.Any(member => member.Key != "flags") ? ["a deferral takes flags only"]
            : type is 8 or 9 && CustomIds(json!).Count != CustomIds(json!).Distinct().Count() ? ["custom ids are unique"]
            : Array.Empty<string>();
        return [.. BySchema(json, schema), .. own];
    }

    /// <summary>Problems of an edit.</summary>
    public static IReadOnlyList<string> Edit(JsonNode? json, IReadOnlyList<LoopbackFile> files) =>
        [.. BySchema(json, "IncomingWebhookUpdateRequestPartial"), .. Message(json, files)];

    /// <summary>Problems of a follow-up.</summary>
    public static IReadOnlyList<string> FollowUp(JsonNode? json, IReadOnlyList<LoopbackFile> files) =>
        [.. BySchema(json, "IncomingWebhookRequestPartial"), .. Message(json, files)];

    /// <summary>Problems of a list of commands.</summary>
    public static IReadOnlyList<string> Commands(JsonNode? json) => json is JsonArray commands
        ? [.. commands.SelectMany(command => BySchema(command, "ApplicationCommandUpdateRequest"))]
        : ["commands are a list"];

    private static IReadOnlyList<string> BySchema(JsonNode? json, string name) =>
        DiscordSchema.IsPresent ? DiscordSchema.Instance.Problems(json, name) : [];

    private static IEnumerable<string> Message(JsonNode? message, IReadOnlyList<LoopbackFile> files)
    {
        if (message?["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 })
        {
            yield return "mentions aren't switched off";
        }

        var embeds = message?["embeds"] as JsonArray ?? [];
        if (string.IsNullOrWhiteSpace((string?)message?["content"]) && embeds.Count == 0 && files.Count == 0)
        {
            yield return "the message is empty";
        }

        if (embeds.Sum(embed => Letters(embed)) > 6000)
        {
            yield return "embeds have more than 6,000 letters over all";
        }

        var rows = message?["components"] as JsonArray ?? [];
        if (rows.Count > 5)
        {
            yield return "there are more than five rows";
        }

        var ids = CustomIds(message?["components"] ?? new JsonArray());
        if (ids.Count != ids.Distinct().Count())
        {
            yield return "custom ids are unique";
        }

        var declared = (message?["attachments"] as JsonArray ?? []).Select(attachment => $"files[{attachment?["id"]}]").Order();
        if (!declared.SequenceEqual(files.Select(file => file.Part).Order()))
        {
            yield return "attachments and files differ";
        }
    }

    private static int Letters(JsonNode? embed) => new[] { embed?["title"], embed?["description"], embed?["footer"]?["text"], embed?["author"]?["name"] }
        .Concat((embed?["fields"] as JsonArray ?? []).SelectMany(field => new[] { field?["name"], field?["value"] }))
        .Sum(text => ((string?)text)?.Length ?? 0);

    private static List<string> CustomIds(JsonNode node) => node switch
    {
        JsonArray list => [.. list.Where(item => item is not null).SelectMany(item => CustomIds(item!))],
        JsonObject map => [.. map.Where(member => member.Value is not null).SelectMany(member =>
            member.Key == "custom_id" ? [(string)member.Value!] : CustomIds(member.Value!))],
        _ => [],
    };
}
