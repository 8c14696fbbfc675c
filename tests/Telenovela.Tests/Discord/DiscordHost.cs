using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Discord;
using Telenovela.Discord.Endpoint;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord;

/// <summary>The Discord room alone, on a real server on this machine, with a loopback Discord to talk with.</summary>
internal sealed class DiscordHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DiscordHost(WebApplication app, LoopbackDiscord discord) =>
        (_app, Discord, Client) = (app, discord, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public LoopbackDiscord Discord { get; }

    public HttpClient Client { get; }

    /// <summary>The request that came last.</summary>
    public HttpContext? LastRequest { get; private set; }

    public IServiceProvider Services => _app.Services;

    public FakeProcessor Processor => (FakeProcessor)Services.GetRequiredService<IInteractionProcessor>();

    public FakeCatalog Catalog => (FakeCatalog)Services.GetRequiredService<ICommandCatalog>();

    public CapturedLogs Logs => Services.GetRequiredService<CapturedLogs>();

    public static async Task<DiscordHost> StartAsync(TimeProvider? time = null, Action<Dictionary<string, string?>>? change = null)
    {
        var discord = await LoopbackDiscord.StartAsync(time);
        var settings = discord.Settings;
        change?.Invoke(settings);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var logs = new CapturedLogs();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<IInteractionProcessor, FakeProcessor>();
        builder.Services.AddSingleton<ICommandCatalog, FakeCatalog>();
        builder.Services.AddDiscord(builder.Configuration);
        var app = builder.Build();
        DiscordHost? host = null;
        app.Use((context, next) =>
        {
            host!.LastRequest = context;
            return next(context);
        });
        app.MapInteractions();
        await app.StartAsync();
        return host = new DiscordHost(app, discord);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Discord.DisposeAsync();
    }
}
