using Discord;
using Discord.Net.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Processing;

namespace Telenovela.Gateway;

/// <summary>
/// Receives interactions from Discord's gateway through Discord.Net, and nothing else: replies leave by the same REST calls as in
/// HTTP mode. Logs in without intents, since interactions need none.
/// </summary>
public sealed partial class DiscordGateway(
    IInteractionProcessor processor,
    ICallbackSender callbacks,
    IReplyChannel channel,
    IOptions<GatewayOptions> options,
    ILogger<DiscordGateway> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var client = new DiscordSocketClient(Configure(options.Value));
        await using (client.ConfigureAwait(false))
        {
            client.Log += Pass;
            client.Ready += () =>
            {
                Log.Ready(logger);
                return Task.CompletedTask;
            };

            // Handlers run on the gateway's own task: hand off at once, or heartbeats stop.
            client.InteractionCreated += interaction =>
            {
                _ = Task.Run(() => AcceptAsync(interaction, stoppingToken), CancellationToken.None);
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

    private static DiscordSocketConfig Configure(GatewayOptions options)
    {
        var api = options.ApiBaseUrl.AbsoluteUri;
        return new DiscordSocketConfig
        {
            GatewayIntents = GatewayIntents.None,
            UseInteractionSnowflakeDate = false,
            LogLevel = LogSeverity.Info,
            GatewayHost = options.GatewayUrl?.AbsoluteUri,
            RestClientProvider = _ => DefaultRestClientProvider.Instance(api.EndsWith('/') ? api : api + "/"),
        };
    }

    private async Task AcceptAsync(SocketInteraction received, CancellationToken cancellationToken)
    {
        try
        {
            if (SocketInteractionMapper.Map(received) is not { } interaction)
            {
                Log.Unmapped(logger, received?.Id ?? 0);
                return;
            }

            var accepted = await processor.AcceptAsync(interaction, channel, cancellationToken).ConfigureAwait(false);
            await callbacks.PostCallbackAsync(interaction, accepted.Response, cancellationToken).ConfigureAwait(false);
            accepted.Start();
        }
        catch (Exception exception)
        {
            Log.Failed(logger, received.Id, exception);
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

        [LoggerMessage(LogLevel.Warning, "Interaction {Id} is of a kind that nothing here answers")]
        public static partial void Unmapped(ILogger logger, ulong id);

        [LoggerMessage(LogLevel.Error, "Interaction {Id} could not be accepted")]
        public static partial void Failed(ILogger logger, ulong id, Exception exception);
    }
}
