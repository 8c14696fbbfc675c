using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;
using Telenovela.Bot;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage;
using Telenovela.Cli;
using Telenovela.Discord;
using Telenovela.Discord.Endpoint;
#if DISCORDNET
using Telenovela.Gateway;
#endif
using Telenovela.Jobs;
using Telenovela.Playground;

namespace Telenovela.Hosting;

/// <summary>The bot as a web host: endpoint or gateway, playground, health.</summary>
internal static partial class TelenovelaHost
{
    /// <summary>Where the host listens when no address is configured: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>For everything that is stopped: `docker stop` kills after ten seconds.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(7);

    /// <summary>Runs until stopped.</summary>
    /// <param name="args">The host's settings, for example <c>--urls</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// See <see cref="ExitCode"/>; a failure when a background service died, so that a supervisor restarts the bot. Who stops it while it
    /// starts has success.
    /// </returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        var hasStarted = false;
        bool IsAborted() => !hasStarted
            && (cancellationToken.IsCancellationRequested || app?.Lifetime.ApplicationStopping.IsCancellationRequested == true);
        app = Build(args, IsAborted);
        await using (app.ConfigureAwait(false))
        {
            // Before the host would, which prints a stack trace over what is wrong with the configuration.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            var services = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
            var queue = app.Services.GetRequiredService<WorkQueue>();
            try
            {
                await app.StartAsync(cancellationToken).ConfigureAwait(false);
                hasStarted = true;
                await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (IsAborted())
            {
                await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            }

            // The host stops when a background service dies, but by itself it would still say that all went well.
            return services.Any(service => service.ExecuteTask is { IsFaulted: true }) ? ExitCode.Failure
                : queue.Lost > 0 ? ExitCode.Lost
                : ExitCode.Success;
        }
    }

    /// <summary>A builder with the bot's configuration: <c>appsettings.json</c> beside the program, user secrets, environment, arguments.</summary>
    /// <param name="args">The host's settings.</param>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

        // User secrets come by default in development only; an operator's are meant for whatever runs.
        // They outrank the files, and the environment and the arguments outrank them.
        var secrets = new ConfigurationBuilder().AddUserSecrets(typeof(TelenovelaHost).Assembly, optional: true).Build();
        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        var behindFiles = sources.Index().Last(source => source.Item is JsonConfigurationSource).Index + 1;
        sources.Insert(behindFiles, new ChainedConfigurationSource { Configuration = secrets, ShouldDisposeConfiguration = true });
        return builder;
    }

    /// <param name="args">The host's settings.</param>
    /// <param name="isAborted">Whether the bot is stopped while it starts, which is no failure to print a stack trace for.</param>
    private static WebApplication Build(string[] args, Func<bool> isAborted)
    {
        var builder = CreateBuilder(args);
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && !isAborted());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        var configuration = builder.Configuration;
        var transport = TransportChoice.Choose(configuration["Discord:Token"], configuration["Discord:PublicKey"], TransportChoice.HasGateway);

        var addresses = ListenAddresses.Of(configuration);
        if (!configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            ListenAddresses.RequireFree(addresses);
        }

        if (addresses is [var only] && only.Equals(ListenAddresses.Default))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddStorage();
        builder.Services.AddBot();
        builder.Services.AddModels();
        builder.Services.AddHostedService<CorpusWarmUp>();
        builder.Services.AddSingleton(OwnProgram.Find());
        builder.Services.AddRetraining();
        builder.Services.AddJobs();
        builder.Services.AddDiscord(configuration);
        builder.Services.AddPlayground(configuration);
        builder.Services.AddTelenovelaHealth();
#if DISCORDNET
        if (transport == Transport.Gateway)
        {
            builder.Services.AddGateway();
        }
#endif
        var app = builder.Build();
        app.MapTelenovelaHealth();
        if (transport == Transport.Http)
        {
            app.MapInteractions();
        }

        app.MapPlayground();
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, transport));
        return app;
    }

    private static void Announce(WebApplication app, Transport transport)
    {
        var logger = app.Logger;
        var url = app.Urls.FirstOrDefault() ?? DefaultUrl;
        switch (transport)
        {
            case Transport.Gateway:
                Log.Gateway(logger);
                break;
            case Transport.Http:
                Log.Http(logger, url);
                break;
            default:
                Log.Playground(logger, url);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Transport: gateway. Discord:Token is set and this build holds Discord.Net")]
        public static partial void Gateway(ILogger logger);

        [LoggerMessage(LogLevel.Information, "Transport: HTTP. Discord posts interactions to {Url}/interactions (as seen from outside)")]
        public static partial void Http(ILogger logger, string url);

        [LoggerMessage(LogLevel.Information, "Transport: playground. No Discord application is configured; open {Url} in a browser")]
        public static partial void Playground(ILogger logger, string url);
    }
}
