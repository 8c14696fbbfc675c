using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord;
using Telenovela.Playground.Commands;
using Telenovela.Playground.People;
using Telenovela.Playground.Uploads;

namespace Telenovela.Playground.Wire;

/// <summary>
/// Writes interactions as Discord would send them (API documentation, "Receiving and Responding": Interaction Structure), for
/// what people do on the page. The token is made up, and good for nothing.
/// </summary>
/// <param name="snowflakes">Ids.</param>
/// <param name="clock">Now.</param>
/// <param name="discord">Gives the application's id where there is one.</param>
public sealed class PlaygroundInteractionJson(SnowflakeSource snowflakes, TimeProvider clock, IOptions<DiscordOptions> discord)
{
    /// <summary>The application's id where none is configured.</summary>
    public const ulong MadeUpApplication = 700_000_000_000_000_100;

    /// <summary>The server that the playground pretends to be.</summary>
    public const ulong Guild = 700_000_000_000_000_200;

    /// <summary>Its only channel.</summary>
    public const ulong Channel = 700_000_000_000_000_300;

    private const int ChatInput = 1;
    private const int Label = 18;

    /// <summary>The application's id.</summary>
    public ulong Application { get; } =
        ulong.TryParse(discord.Value.ApplicationId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : MadeUpApplication;

    /// <summary>A command that is sent (type 2).</summary>
    public byte[] Command(PlaygroundActor actor, PlaygroundCommand command, IReadOnlyList<GivenOption> options) =>
        Envelope(actor, InteractionType.Command, CommandObject(command, options));

    /// <summary>A command that is being typed (type 4); one of <paramref name="options"/> is focused.</summary>
    public byte[] Autocomplete(PlaygroundActor actor, PlaygroundCommand command, IReadOnlyList<GivenOption> options) =>
        Envelope(actor, InteractionType.Autocomplete, CommandObject(command, options));

    /// <summary>A button that is pressed or a select that was chosen from (type 3).</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="message">The message object that carries the component.</param>
    /// <param name="componentType">2 button, 3 select.</param>
    /// <param name="customId">The component's id.</param>
    /// <param name="values">What was chosen; null for a button.</param>
    public byte[] Component(PlaygroundActor actor, JsonObject message, int componentType, string customId, IReadOnlyList<string>? values)
    {
        var data = new JsonObject { ["component_type"] = componentType, ["custom_id"] = customId, ["id"] = 1 };
        if (values is not null)
        {
            data["values"] = Strings(values);
        }

        return Envelope(actor, InteractionType.Component, data, message);
    }

    /// <summary>A modal that is submitted (type 5).</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="customId">The modal's id.</param>
    /// <param name="fields">What was entered.</param>
    /// <param name="message">The message object whose component opened the modal; null where a command did.</param>
    public byte[] ModalSubmit(PlaygroundActor actor, string customId, IReadOnlyList<GivenField> fields, JsonObject? message)
    {
        var data = new JsonObject
        {
            ["custom_id"] = customId,
            ["components"] = new JsonArray([.. fields.Select((field, at) => new JsonObject
            {
                ["type"] = Label,
                ["id"] = (2 * at) + 1,
                ["component"] = FieldObject(field, (2 * at) + 2),
            })]),
        };
        AddFiles(data, fields.SelectMany(field => field.Files));
        return Envelope(actor, InteractionType.ModalSubmit, data, message);
    }

    /// <summary>A member and user object.</summary>
    private static JsonObject MemberObject(PlaygroundPerson person) => new()
    {
        ["user"] = UserObject(person),
        ["nick"] = null,
        ["avatar"] = null,
        ["roles"] = new JsonArray(),
        ["joined_at"] = "2024-01-01T00:00:00+00:00",
        ["permissions"] = Text(person.Permissions),
        ["deaf"] = false,
        ["mute"] = false,
        ["pending"] = false,
        ["flags"] = 0,
    };

    private static JsonObject UserObject(PlaygroundPerson person) => new()
    {
        ["id"] = Text(person.Id),
        ["username"] = person.UserName,
        ["global_name"] = person.DisplayName,
        ["discriminator"] = "0",
        ["avatar"] = null,
        ["public_flags"] = 0,
    };

    private static JsonObject CommandObject(PlaygroundCommand command, IReadOnlyList<GivenOption> options)
    {
        var given = new JsonArray([.. options.Select(OptionObject)]);
        if (command.Subcommand is { } subcommand)
        {
            given = Level(subcommand, given);
        }

        if (command.Group is { } group)
        {
            given = Level(group, given);
        }

        var data = new JsonObject { ["id"] = Text(command.Id), ["name"] = command.Root.Name.English, ["type"] = ChatInput, ["options"] = given };
        AddFiles(data, options.Select(option => option.File).OfType<PlaygroundUpload>());
        AddPeople(data, options);
        return data;
    }

    private static JsonArray Level(OptionDefinition level, JsonArray below) =>
        new(new JsonObject { ["type"] = (int)level.Type, ["name"] = level.Name.English, ["options"] = below });

    private static JsonObject OptionObject(GivenOption option)
    {
        var json = new JsonObject
        {
            ["type"] = (int)option.Definition.Type,
            ["name"] = option.Definition.Name.English,
            ["value"] = option.Value.DeepClone(),
        };
        if (option.Focused)
        {
            json["focused"] = true;
        }

        return json;
    }

    private static JsonObject FieldObject(GivenField field, int id)
    {
        const int TextInput = 4;
        const int FileUpload = 19;
        var json = new JsonObject { ["type"] = field.Type, ["id"] = id, ["custom_id"] = field.CustomId };
        json[field.Type == TextInput ? "value" : "values"] = field.Type switch
        {
            TextInput => field.Values.Count > 0 ? field.Values[0] : "",
            FileUpload => Strings(field.Files.Select(file => Text(file.Id))),
            _ => Strings(field.Values),
        };
        return json;
    }

    private static void AddFiles(JsonObject data, IEnumerable<PlaygroundUpload> files)
    {
        var attachments = new JsonObject();
        foreach (var file in files)
        {
            attachments[Text(file.Id)] = new JsonObject
            {
                ["id"] = Text(file.Id),
                ["filename"] = file.Name,
                ["size"] = file.Content.Length,
                ["url"] = file.Url.AbsoluteUri,
                ["proxy_url"] = file.Url.AbsoluteUri,
                ["content_type"] = file.ContentType,
                ["ephemeral"] = true,
            };
        }

        if (attachments.Count > 0)
        {
            data["resolved"] = new JsonObject { ["attachments"] = attachments };
        }
    }

    private static void AddPeople(JsonObject data, IEnumerable<GivenOption> options)
    {
        var users = new JsonObject();
        foreach (var option in options.Where(option => option.Definition.Type == OptionType.User))
        {
            if (ulong.TryParse(option.Value.ToString(), out var id) && PlaygroundPeople.Find(id) is { } person)
            {
                users[Text(id)] = UserObject(person);
            }
        }

        if (users.Count > 0)
        {
            data["resolved"] ??= new JsonObject();
            data["resolved"]!["users"] = users;
        }
    }

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    private byte[] Envelope(PlaygroundActor actor, InteractionType type, JsonObject data, JsonObject? message = null)
    {
        var id = snowflakes.Next();
        var json = new JsonObject
        {
            ["id"] = Text(id),
            ["application_id"] = Text(Application),
            ["type"] = (int)type,
            ["version"] = 1,
            ["token"] = string.Create(CultureInfo.InvariantCulture, $"playground.{id}.{clock.GetUtcNow().ToUnixTimeSeconds()}"),
            ["guild_id"] = Text(Guild),
            ["guild"] = new JsonObject { ["id"] = Text(Guild), ["locale"] = "en-US", ["features"] = new JsonArray() },
            ["guild_locale"] = "en-US",
            ["channel_id"] = Text(Channel),
            ["channel"] = new JsonObject { ["id"] = Text(Channel), ["guild_id"] = Text(Guild), ["type"] = 0, ["name"] = "escenas" },
            ["member"] = MemberObject(actor.Person),
            ["locale"] = actor.Locale.Tag,
            ["app_permissions"] = Text(actor.Person.Permissions | PlaygroundPerson.ManageMessages),
            ["attachment_size_limit"] = PlaygroundUploads.LargestFile,
            ["context"] = 0,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = Text(Guild) },
            ["entitlements"] = new JsonArray(),
            ["data"] = data,
        };
        if (message is not null)
        {
            json["message"] = message.DeepClone();
        }

        return JsonSerializer.SerializeToUtf8Bytes(json);
    }
}
