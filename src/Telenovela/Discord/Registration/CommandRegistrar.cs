using System.Globalization;
using System.Text.Json.Nodes;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Discord.Rest;
using Telenovela.Discord.Wire;

namespace Telenovela.Discord.Registration;

/// <summary>Makes the commands registered at Discord equal ours, and writes only when they differ.</summary>
/// <param name="catalog">Our commands.</param>
/// <param name="client">Discord.</param>
public sealed class CommandRegistrar(ICommandCatalog catalog, DiscordRestClient client)
{
    /// <summary>Compares, and overwrites where something differs.</summary>
    /// <param name="guildId">One server, where changes show at once; null for everywhere.</param>
    /// <param name="dryRun">Whether to compare only.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">A command of ours breaks Discord's rules; the message lists all.</exception>
    /// <exception cref="DiscordUnauthorizedException">The bot's token is missing or refused.</exception>
    /// <exception cref="DiscordRequestException">Discord refused for another reason, or can't be reached.</exception>
    public async Task<CommandRegistration> RegisterAsync(ulong? guildId, bool dryRun, CancellationToken cancellationToken)
    {
        CommandLimits.Validate(catalog.Commands);
        var payload = CommandJson.Payload(catalog.Commands);
        if (guildId is not null)
        {
            foreach (var command in payload.OfType<JsonObject>())
            {
                command.Remove("contexts");
                command.Remove("integration_types");
            }
        }

        var registered = await client.GetCommandsAsync(guildId, cancellationToken);
        var difference = Compare(payload, registered, guildId is not null);
        if (!difference.Differs || dryRun)
        {
            return difference with { Ids = Ids(registered) };
        }

        var written = await client.OverwriteCommandsAsync(payload, guildId, cancellationToken);
        return difference with { Written = true, Ids = Ids(written) };
    }

    private static CommandRegistration Compare(JsonArray payload, JsonArray registered, bool inGuild)
    {
        var ours = ByName(payload, inGuild);
        var theirs = ByName(registered, inGuild);
        return new CommandRegistration(
            [.. ours.Keys.Except(theirs.Keys)],
            [.. ours.Keys.Where(name => theirs.TryGetValue(name, out var other) && other != ours[name])],
            [.. theirs.Keys.Except(ours.Keys)],
            [.. ours.Keys.Where(name => theirs.TryGetValue(name, out var other) && other == ours[name])],
            Written: false);
    }

    private static Dictionary<string, string> ByName(JsonArray commands, bool inGuild) => commands.OfType<JsonObject>()
        .GroupBy(Name)
        .ToDictionary(group => group.Key, group => string.Concat(group.Select(command => CommandNormalForm.Of(command, inGuild))));

    private static Dictionary<string, ulong> Ids(JsonArray commands) => commands.OfType<JsonObject>()
        .Select(command => (Name: Name(command), Known: ulong.TryParse((string?)command["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id), Id: id))
        .Where(command => command.Known)
        .DistinctBy(command => command.Name)
        .ToDictionary(command => command.Name, command => command.Id);

    private static string Name(JsonObject command) => (string?)command["name"] ?? "";
}
