using System.CommandLine;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;
using Telenovela.Hosting;

namespace Telenovela.Cli;

/// <summary>The store as commands use it: configured like the bot's, opened on demand.</summary>
internal static class StorageTools
{
    /// <summary>The services. Logs go to standard error, so that <c>--json</c> keeps standard output to itself.</summary>
    /// <param name="parsed">Has the settings that were given.</param>
    /// <param name="configure">Adds what the command needs besides.</param>
    public static WebApplication Build(ParseResult parsed, Action<IServiceCollection>? configure = null)
    {
        var builder = TelenovelaHost.CreateBuilder(HostSettings.Arguments(parsed));
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter(typeof(StoreHealth).FullName, LogLevel.None);
        builder.Services.AddStorageTools();
        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>Opens the store, which must be able to do everything.</summary>
    /// <exception cref="StoreUnavailableException">It isn't.</exception>
    public static async Task OpenAsync(WebApplication tools, CancellationToken cancellationToken)
    {
        if (!File.Exists(tools.Services.GetRequiredService<StoragePaths>().Database))
        {
            throw new FailureException($"There is no database in {tools.Services.GetRequiredService<StoragePaths>().Directory}. The bot makes one when it first starts.");
        }

        await tools.Services.GetRequiredService<StoreOpening>().OpenAsync(cancellationToken).ConfigureAwait(false);
        var health = tools.Services.GetRequiredService<StoreHealth>();
        if (!health.IsReady)
        {
            throw new StoreUnavailableException(health.Current);
        }
    }
}
