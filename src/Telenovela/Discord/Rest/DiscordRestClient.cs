using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord.Wire;

namespace Telenovela.Discord.Rest;

/// <summary>
/// What the bot asks of Discord's API. Rate limits, repetitions and the refusal of the token are handled beneath it.
/// Every method throws <see cref="DiscordRequestException"/> when Discord refuses or can't be reached.
/// </summary>
/// <param name="http">Set up by <see cref="DiscordServices.AddDiscord"/>.</param>
/// <param name="options">The application and its token.</param>
/// <param name="logger">Gets no token.</param>
public sealed partial class DiscordRestClient(HttpClient http, IOptions<DiscordOptions> options, ILogger<DiscordRestClient> logger)
    : IReplyChannel, ICallbackSender
{
    private const string Original = "webhooks/{application}/{token}/messages/@original";

    private static readonly MessageReply Placeholder = new() { Content = "…" };

    /// <inheritdoc/>
    public Task EditOriginalAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Patch,
            $"{Webhook(interaction)}/messages/@original",
            new DiscordRoute($"PATCH {Original}") { IsReply = true, MayOvertakeDeferral = true },
            ReplyJson.Edit(message),
            cancellationToken);

    /// <inheritdoc/>
    public async Task ReplaceByPrivateAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken)
    {
        // A follow-up sent while "thinking…" stands takes its place, and its visibility (API documentation, "Create Followup Message");
        // so that is ended first. It is deleted last: whatever fails on the way, something is seen.
        await EditOriginalAsync(interaction, Placeholder, cancellationToken);
        try
        {
            await FollowUpAsync(interaction, message with { Ephemeral = true }, cancellationToken);
        }
        catch (DiscordRequestException failure)
        {
            Log.NotPrivate(logger, failure.Message);
            await EditOriginalAsync(interaction, message, cancellationToken);
            return;
        }

        try
        {
            var route = new DiscordRoute($"DELETE {Original}") { IsReply = true };
            await SendAsync(HttpMethod.Delete, $"{Webhook(interaction)}/messages/@original", route, null, cancellationToken);
        }
        catch (DiscordRequestException failure)
        {
            Log.NotDeleted(logger, failure.Message);
        }
    }

    /// <remarks>Repeated like an edit: an explanation told twice does less harm than one that is never told.</remarks>
    /// <inheritdoc/>
    public Task FollowUpAsync(Interaction interaction, MessageReply message, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post,
        Webhook(interaction),
        new DiscordRoute("POST webhooks/{application}/{token}") { IsReply = true },
        ReplyJson.FollowUp(message),
        cancellationToken);

    /// <inheritdoc/>
    public Task PostCallbackAsync(Interaction interaction, Reply reply, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post,
        string.Create(CultureInfo.InvariantCulture, $"interactions/{interaction.Id}/{Uri.EscapeDataString(interaction.Token)}/callback"),
        new DiscordRoute("POST interactions/{id}/{token}/callback") { IsIdempotent = false },
        ReplyJson.Callback(reply),
        cancellationToken);

    /// <summary>Posts a message of the bot's own into a channel.</summary>
    /// <exception cref="DiscordRequestException">Discord refuses: no such channel, or no permission.</exception>
    /// <exception cref="DiscordUnauthorizedException">The bot's token is missing or refused.</exception>
    public Task PostMessageAsync(ulong channelId, MessageReply message, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post,
        string.Create(CultureInfo.InvariantCulture, $"channels/{channelId}/messages"),
        new DiscordRoute("POST channels/{id}/messages") { IsIdempotent = false },
        ReplyJson.FollowUp(message),
        cancellationToken,
        withToken: true);

    /// <summary>The commands registered at Discord with all their localisations: everywhere, or in one server.</summary>
    /// <exception cref="DiscordUnauthorizedException">The bot's token is missing or refused.</exception>
    public async Task<JsonArray> GetCommandsAsync(ulong? guildId, CancellationToken cancellationToken) => Commands(await SendAsync(
        HttpMethod.Get, $"{CommandsPath(guildId)}?with_localizations=true", new DiscordRoute($"GET {CommandsRoute(guildId)}"), null, cancellationToken, withToken: true));

    /// <summary>Puts these commands in place of all that are registered.</summary>
    /// <returns>The commands as registered, with their snowflakes.</returns>
    /// <exception cref="DiscordUnauthorizedException">The bot's token is missing or refused.</exception>
    public async Task<JsonArray> OverwriteCommandsAsync(JsonArray commands, ulong? guildId, CancellationToken cancellationToken) => Commands(await SendAsync(
        HttpMethod.Put,
        CommandsPath(guildId),
        new DiscordRoute($"PUT {CommandsRoute(guildId)}"),
        new WirePayload(JsonSerializer.SerializeToUtf8Bytes(commands), []),
        cancellationToken,
        withToken: true));

    private static string Webhook(Interaction interaction) =>
        string.Create(CultureInfo.InvariantCulture, $"webhooks/{interaction.ApplicationId}/{Uri.EscapeDataString(interaction.Token)}");

    private static string CommandsRoute(ulong? guildId) =>
        guildId is null ? "applications/{application}/commands" : "applications/{application}/guilds/{guild}/commands";

    private static JsonArray Commands(byte[] answer)
    {
        try
        {
            return JsonNode.Parse(answer) as JsonArray ?? [];
        }
        catch (JsonException)
        {
            throw new DiscordRequestException("Discord's list of commands isn't JSON.", HttpStatusCode.OK);
        }
    }

    private string CommandsPath(ulong? guildId)
    {
        var application = options.Value.ApplicationId is { Length: > 0 } id ? id : throw new OptionsValidationException(
            nameof(DiscordOptions),
            typeof(DiscordOptions),
            ["Discord:ApplicationId is not set. Copy it from the Developer Portal > your application > General Information > Application ID."]);
        return guildId is null
            ? $"applications/{application}/commands"
            : string.Create(CultureInfo.InvariantCulture, $"applications/{application}/guilds/{guildId}/commands");
    }

    private async Task<byte[]> SendAsync(
        HttpMethod method, string path, DiscordRoute route, WirePayload? payload, CancellationToken cancellationToken, bool withToken = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = payload?.ToHttpContent() };
        request.Options.Set(DiscordRoute.Key, route);
        if (withToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Bot", options.Value.Token is { Length: > 0 } token ? token : throw new DiscordUnauthorizedException("The bot's token is not set."));
        }

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new DiscordRequestException($"{route.Name} failed: {failure.Message}", null, failure);
        }

        using (response)
        {
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? answer
                : throw new DiscordRequestException($"{route.Name} was answered with {(int)response.StatusCode}: {ErrorText.Of(answer)}", response.StatusCode);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The private message couldn't be sent, so it takes the deferral's place: {Reason}")]
        public static partial void NotPrivate(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "The person was told in private, but the deferral couldn't be deleted: {Reason}")]
        public static partial void NotDeleted(ILogger logger, string reason);
    }
}
