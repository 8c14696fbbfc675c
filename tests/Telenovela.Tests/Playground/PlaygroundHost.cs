using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Playground;

namespace Telenovela.Tests.Playground;

/// <summary>The page alone, around the fake processor, on a real port of this machine.</summary>
internal sealed class PlaygroundHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PlaygroundHost(WebApplication app, FakeInteractionProcessor processor) => (_app, Processor) = (app, processor);

    public FakeInteractionProcessor Processor { get; }

    public Uri Address => new(_app.Urls.Single());

    public IServiceProvider Services => _app.Services;

    public static async Task<PlaygroundHost> StartAsync(string url = "http://127.0.0.1:0", params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var processor = new FakeInteractionProcessor();
        builder.Services.AddSingleton<IInteractionProcessor>(processor);
        builder.Services.AddSingleton<ICommandCatalog, FakeCatalog>();
        builder.Services.AddPlayground(builder.Configuration);
        var app = builder.Build();
        app.MapPlayground();
        await app.StartAsync();
        return new PlaygroundHost(app, processor);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
