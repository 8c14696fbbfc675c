using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Storage;
using Telenovela.Playground;
using Telenovela.Tests.Bot;

namespace Telenovela.Tests.Playground;

/// <summary>The page alone, around the fake processor, on a real port of this machine.</summary>
internal sealed class PlaygroundHost : IAsyncDisposable
{
    /// <summary>The setting that gives the page a database; without it there is none.</summary>
    public const string StoreDirectory = "Storage:Directory";

    private readonly WebApplication _app;

    private PlaygroundHost(WebApplication app, FakeInteractionProcessor processor, FakeRetraining retraining) => (_app, Processor, Retraining) = (app, processor, retraining);

    public FakeInteractionProcessor Processor { get; }

    public FakeRetraining Retraining { get; }

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
        var retraining = new FakeRetraining();
        builder.Services.AddSingleton<IRetraining>(retraining);
        builder.Services.AddSingleton<TrainingRunStore>();
        if (builder.Configuration[StoreDirectory] is null)
        {
            builder.Services.AddStorageTools();
        }
        else
        {
            builder.Services.AddStorage();
        }

        builder.Services.AddPlayground(builder.Configuration);
        var app = builder.Build();
        app.MapPlayground();
        await app.StartAsync();
        return new PlaygroundHost(app, processor, retraining);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
