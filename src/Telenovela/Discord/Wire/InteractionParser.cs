using System.Text.Json;
using System.Text.Unicode;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Discord.Wire;

/// <summary>
/// Reads the JSON of an interaction (Discord API documentation, "Receiving and Responding": Interaction Structure).
/// Pure and total: unknown members are ignored, whatever is needed and wrong makes a failure, nothing throws.
/// </summary>
public static class InteractionParser
{
    /// <summary>Deepest nesting accepted; what Discord sends stays below half of it.</summary>
    public const int MaxDepth = 32;

    private const int ChatInput = 1;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads one interaction.</summary>
    /// <param name="utf8">The whole body, UTF-8.</param>
    public static InteractionParse Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return InteractionParse.Failed("", "must be UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return InteractionParse.Of(Read(new JsonPlace(document.RootElement, "")));
        }
        catch (WireFormatException problem)
        {
            return InteractionParse.Failed(problem.Where, problem.Message);
        }
        catch (JsonException)
        {
            return InteractionParse.Failed("", "must be well-formed JSON without duplicate members");
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 is well-formed JSON, yet stands for no character: the reader finds out when asked for the text.
            return InteractionParse.Failed("", "must hold no half of a surrogate pair");
        }
    }

    private static Interaction Read(JsonPlace root)
    {
        var type = root.Required("type").WholeNumber() switch
        {
            var number and >= (long)InteractionType.Ping and <= (long)InteractionType.ModalSubmit => (InteractionType)number,
            _ => throw new WireFormatException("type", "must be 1 to 5"),
        };
        if (type == InteractionType.Ping)
        {
            return ReadPing(root);
        }

        var member = root.Optional("member");
        var data = root.Required("data");
        return new Interaction
        {
            Id = root.Required("id").Snowflake(),
            ApplicationId = root.Required("application_id").Snowflake(),
            Type = type,
            Token = root.Required("token").Filled(),
            User = ReadUser(member, member?.Required("user") ?? root.Required("user")),
            Locale = root.Optional("locale")?.Filled() ?? "en-US",
            GuildId = root.Optional("guild_id")?.Snowflake(),
            ChannelId = (root.Optional("channel_id") ?? root.Optional("channel")?.Optional("id"))?.Snowflake(),
            MemberPermissions = member?.Required("permissions").Snowflake(),
            MemberRoles = [.. member?.List("roles").Select(role => role.Snowflake()) ?? []],
            Command = type is InteractionType.Command or InteractionType.Autocomplete
                ? ReadCommand(data, type == InteractionType.Autocomplete)
                : null,
            Component = type == InteractionType.Component ? ReadComponent(data, root.Required("message")) : null,
            Modal = type == InteractionType.ModalSubmit ? ModalReader.Read(data) with { Message = root.Optional("message") is { } under ? ReadMessage(under) : null } : null,
        };
    }

    // A ping allows nothing, so nothing is read but its type, and for which application it is.
    private static Interaction ReadPing(JsonPlace root) => new()
    {
        Id = 0,
        ApplicationId = root.Optional("application_id")?.Snowflake() ?? 0,
        Type = InteractionType.Ping,
        Token = "",
        User = new InteractionUser(0, ""),
    };

    private static InteractionUser ReadUser(JsonPlace? member, JsonPlace user)
    {
        var names = new[] { member?.Optional("nick"), user.Optional("global_name"), user.Optional("username") };
        var name = names.Select(place => place?.Text()).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        return new InteractionUser(user.Required("id").Snowflake(), name ?? throw new WireFormatException($"{user.Where}.username", "is missing"));
    }

    private static CommandData ReadCommand(JsonPlace data, bool typing)
    {
        if (data.Optional("type") is { } kind && kind.WholeNumber() != ChatInput)
        {
            throw new WireFormatException(kind.Where, "must be 1, a slash command");
        }

        var (path, options) = OptionReader.Read(data, typing);
        return new CommandData(data.Optional("id")?.Snowflake() ?? 0, path, options) { Attachments = AttachmentReader.Read(data) };
    }

    private static ComponentData ReadComponent(JsonPlace data, JsonPlace message) => new(
        data.Required("custom_id").Filled(),
        [.. data.List("values").Select(value => value.Text())],
        ReadMessage(message));

    private static CarryingMessage ReadMessage(JsonPlace message) => new(
        message.Required("id").Snowflake(),
        message.Optional("content")?.Text() ?? "",
        [.. message.List("embeds").Select(embed => embed.Optional("description")?.Text() ?? "")]);
}
