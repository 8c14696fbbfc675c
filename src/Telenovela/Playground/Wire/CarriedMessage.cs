using System.Globalization;
using System.Text.Json.Nodes;
using Telenovela.Playground.Sessions;

namespace Telenovela.Playground.Wire;

/// <summary>Writes the message object that comes with a component's interaction.</summary>
internal static class CarriedMessage
{
    private const int ChatInputCommand = 20;
    private const int Ephemeral = 64;

    /// <summary>The message as Discord would keep it.</summary>
    /// <param name="entry">A message of the bot.</param>
    /// <param name="application">The bot's id.</param>
    public static JsonObject Of(LogEntry entry, ulong application)
    {
        var json = entry.Body?.Json.DeepClone().AsObject() ?? [];
        json.Remove("allowed_mentions");
        json["id"] = entry.Id.ToString(CultureInfo.InvariantCulture);
        json["type"] = ChatInputCommand;
        json["channel_id"] = PlaygroundInteractionJson.Channel.ToString(CultureInfo.InvariantCulture);
        json["author"] = new JsonObject
        {
            ["id"] = application.ToString(CultureInfo.InvariantCulture),
            ["username"] = "telenovela",
            ["discriminator"] = "0",
            ["avatar"] = null,
            ["bot"] = true,
        };
        json["application_id"] = application.ToString(CultureInfo.InvariantCulture);
        json["flags"] = entry.OnlyFor is null ? 0 : Ephemeral;
        json["timestamp"] = entry.At.ToString("O", CultureInfo.InvariantCulture);
        json["edited_timestamp"] = null;
        json["mentions"] = new JsonArray();
        json["mention_roles"] = new JsonArray();
        json["mention_everyone"] = false;
        json["pinned"] = false;
        json["tts"] = false;
        return json;
    }
}
