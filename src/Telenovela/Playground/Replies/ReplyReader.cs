using System.Text.Json;
using System.Text.Json.Nodes;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Wire;

namespace Telenovela.Playground.Replies;

/// <summary>Reads what would have gone to Discord. The page shows nothing that isn't in that JSON.</summary>
public static class ReplyReader
{
    private const int Message = 4;
    private const int DeferredMessage = 5;
    private const int Update = 7;
    private const int Suggestions = 8;
    private const int Modal = 9;

    private static readonly JsonSerializerOptions Reading = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = false,
    };

    /// <summary>A first response.</summary>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static CallbackBody Callback(WirePayload payload)
    {
        var envelope = JsonNode.Parse(payload.Json.Span)!.AsObject();
        var type = (int)envelope["type"]!;
        var data = envelope["data"] as JsonObject ?? [];
        return new CallbackBody(type)
        {
            Message = type is Message or Update ? Body(data, payload.Files) : null,
            Modal = type == Modal ? data.Deserialize<ModalBody>(Reading) : null,
            Choices = type == Suggestions ? data["choices"].Deserialize<IReadOnlyList<ChoiceBody>>(Reading) ?? [] : [],
            IsEphemeral = type is DeferredMessage or Message && data.Deserialize<MessageBody>(Reading)!.IsEphemeral,
        };
    }

    /// <summary>An edit or a follow-up.</summary>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static MessageBody Edit(WirePayload payload) => Body(JsonNode.Parse(payload.Json.Span)!.AsObject(), payload.Files);

    private static MessageBody Body(JsonObject json, IReadOnlyList<FileAttachment> files)
    {
        var body = json.Deserialize<MessageBody>(Reading)!;
        return body with { Json = json, Attachments = [.. body.Attachments.Select(attachment => WithFile(attachment, files))] };
    }

    private static AttachmentBody WithFile(AttachmentBody attachment, IReadOnlyList<FileAttachment> files)
    {
        if (!int.TryParse(attachment.Id, out var at) || at < 0 || at >= files.Count)
        {
            return attachment;
        }

        var file = files[at];
        return attachment with
        {
            ContentType = file.ContentType,
            Size = file.Content.Length,
            DataUri = $"data:{file.ContentType};base64,{Convert.ToBase64String(file.Content.Span)}",
        };
    }
}
