using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Processing;

namespace Telenovela.Gateway;

/// <summary>
/// Receives interactions from Discord's gateway, whose connection Discord.Net keeps (log-in, heartbeats, resuming), and nothing else: they
/// are read by the same parser, and replies leave by the same REST calls, as in HTTP mode. Logs in without intents, since
/// interactions need none.
/// </summary>
public sealed partial class DiscordGateway(
    IInteractionReader reader,
    IInteractionProcessor processor,
    ICallbackSender callbacks,
    IReplyChannel channel,
    IOptions<GatewayOptions> options,
    ILogger<DiscordGateway> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Handlers run on the connection's own task: hand off at once, or heartbeats stop.
        var client = new DiscordSocketClient(Configure(
            options.Value, utf8 => _ = Task.Run(() => AcceptAsync(utf8, stoppingToken), CancellationToken.None)));
        await using (client.ConfigureAwait(false))
        {
            client.Log += Pass;
            client.Ready += () =>
            {
                Log.Ready(logger);
                return Task.CompletedTask;
            };

            await client.LoginAsync(TokenType.Bot, options.Value.Token, validateToken: options.Value.GatewayUrl is null).ConfigureAwait(false);
            await client.StartAsync().ConfigureAwait(false);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await client.StopAsync().ConfigureAwait(false);
            }
        }
    }

    private static DiscordSocketConfig Configure(GatewayOptions options, Action<ReadOnlyMemory<byte>> received)
    {
        var api = options.ApiBaseUrl.AbsoluteUri;
        return new DiscordSocketConfig
        {
            GatewayIntents = GatewayIntents.None,
            LogLevel = LogSeverity.Info,
            GatewayHost = options.GatewayUrl?.AbsoluteUri,
            WebSocketProvider = () => new InterceptingWebSocket(DefaultWebSocketProvider.Instance(), received),
            RestClientProvider = _ => DefaultRestClientProvider.Instance(api.EndsWith('/') ? api : api + "/"),
        };
    }

    private async Task AcceptAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        if (reader.Read(utf8, out var problem) is not { } interaction)
        {
            Log.Unreadable(logger, problem!);
            return;
        }

        try
        {
            var accepted = await processor.AcceptAsync(interaction, channel, cancellationToken).ConfigureAwait(false);
            await callbacks.PostCallbackAsync(interaction, accepted.Response, cancellationToken).ConfigureAwait(false);
            accepted.Start();
        }
        catch (Exception exception)
        {
            Log.Failed(logger, interaction.Id, exception);
        }
    }

    /// <summary>Passes what the library logs on to our log.</summary>
    private Task Pass(LogMessage entry)
    {
        var level = LevelOf(entry.Severity);
        if (logger.IsEnabled(level))
        {
            Log.Library(logger, level, entry.Source, entry.Message ?? "", entry.Exception);
        }

        return Task.CompletedTask;
    }

    private static LogLevel LevelOf(LogSeverity severity) => severity switch
    {
        LogSeverity.Critical => LogLevel.Critical,
        LogSeverity.Error => LogLevel.Error,
        LogSeverity.Warning => LogLevel.Warning,
        LogSeverity.Info => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    private static partial class Log
    {
        [LoggerMessage("{Source}: {Message}")]
        public static partial void Library(ILogger logger, LogLevel level, string source, string message, Exception? exception);

        [LoggerMessage(LogLevel.Information, "The gateway is ready")]
        public static partial void Ready(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "An interaction could not be read: {Problem}")]
        public static partial void Unreadable(ILogger logger, string problem);

        [LoggerMessage(LogLevel.Error, "Interaction {Id} could not be accepted")]
        public static partial void Failed(ILogger logger, ulong id, Exception exception);
    }
}
