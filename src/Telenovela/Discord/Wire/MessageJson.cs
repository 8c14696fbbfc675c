using System.Globalization;
using System.Text.Json.Nodes;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>Writes messages (API documentation, "Create Message").</summary>
internal static class MessageJson
{
    /// <summary>Every part of the message, empty ones too, so that the same body also serves for edits. No flags.</summary>
    public static JsonObject Body(MessageReply message) => new()
    {
        ["content"] = message.Content,
        ["embeds"] = new JsonArray([.. message.Embeds.Select(EmbedObject)]),
        ["components"] = new JsonArray([.. message.Rows.Select(ComponentJson.Row)]),
        ["attachments"] = new JsonArray([.. message.Files.Select(File)]),
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
    };

    private static JsonObject EmbedObject(Embed embed)
    {
        var json = new JsonObject();
        json.AddIf("title", embed.Title);
        json.AddIf("description", embed.Description);
        json.AddIf("color", embed.Color);
        json.AddIf("footer", embed.Footer is null ? null : new JsonObject { ["text"] = embed.Footer });
        json.AddIf("fields", embed.Fields.Count == 0 ? null : new JsonArray([.. embed.Fields.Select(Field)]));
        return json;
    }

    private static JsonObject Field(EmbedField field) => new()
    {
        ["name"] = field.Name,
        ["value"] = field.Value,
        ["inline"] = field.Inline,
    };

    private static JsonObject File(FileAttachment file, int at) => new()
    {
        ["id"] = at.ToString(CultureInfo.InvariantCulture),
        ["filename"] = file.Name,
        ["description"] = file.Description,
    };
}
