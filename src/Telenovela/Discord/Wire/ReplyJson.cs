using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telenovela.Bot.Interactions.Replies;

namespace Telenovela.Discord.Wire;

/// <summary>
/// Writes replies as Discord's JSON. Texts are first cut to Discord's sizes (<see cref="MessageLimits.Trim(Reply)"/>), and every
/// message switches mentions off.
/// </summary>
public static class ReplyJson
{
    private const int EphemeralFlag = 64;

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first response: <c>{type, data}</c>.</summary>
    public static WirePayload Callback(Reply reply) => MessageLimits.Trim(reply) switch
    {
        PongReply => Payload(Envelope(CallbackType.Pong)),
        DeferredReply { ReplacesMessage: true } => Payload(Envelope(CallbackType.DeferredUpdate)),
        DeferredReply deferred => Payload(Envelope(
            CallbackType.DeferredMessage, deferred.Ephemeral ? new JsonObject { ["flags"] = EphemeralFlag } : null)),
        MessageReply { ReplacesMessage: true } message => Payload(Envelope(CallbackType.Update, MessageJson.Body(message)), message.Files),
        MessageReply message => Payload(Envelope(CallbackType.Message, Flagged(message)), message.Files),
        ChoicesReply choices => Payload(Envelope(CallbackType.Choices, ChoicesJson(choices))),
        ModalReply modal => Payload(Envelope(CallbackType.Modal, ComponentJson.Modal(modal))),
        var other => throw new ArgumentException($"{other.GetType().Name} has no form at Discord", nameof(reply)),
    };

    /// <summary>
    /// The body of an edit. Replaces everything: what the message doesn't have (rows, embeds, files) is taken away.
    /// Visibility can't be edited, so there are no flags.
    /// </summary>
    public static WirePayload Edit(MessageReply message)
    {
        var cut = MessageLimits.Trim(message);
        return Payload(MessageJson.Body(cut), cut.Files);
    }

    /// <summary>The body of a follow-up message; the ephemeral flag by <see cref="MessageReply.Ephemeral"/>.</summary>
    public static WirePayload FollowUp(MessageReply message)
    {
        var cut = MessageLimits.Trim(message);
        return Payload(Flagged(cut), cut.Files);
    }

    private static JsonObject Flagged(MessageReply message)
    {
        var body = MessageJson.Body(message);
        if (message.Ephemeral)
        {
            body["flags"] = EphemeralFlag;
        }

        return body;
    }

    private static JsonObject ChoicesJson(ChoicesReply reply) => new()
    {
        ["choices"] = new JsonArray([.. reply.Choices.Select(choice => new JsonObject { ["name"] = choice.Name, ["value"] = choice.Value })]),
    };

    private static JsonObject Envelope(CallbackType type, JsonObject? data = null)
    {
        var envelope = new JsonObject { ["type"] = (int)type };
        if (data is not null)
        {
            envelope["data"] = data;
        }

        return envelope;
    }

    private static WirePayload Payload(JsonObject json, IReadOnlyList<FileAttachment>? files = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(json, Writing), files ?? []);
}
