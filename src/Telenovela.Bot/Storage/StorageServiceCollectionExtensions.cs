using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Exports;
using Telenovela.Bot.Storage.Backups;
using Telenovela.Bot.Storage.Health;
using Telenovela.Bot.Storage.Maintenance;
using Telenovela.Bot.Storage.Upgrades;

namespace Telenovela.Bot.Storage;

/// <summary>Registers the store and the services over it.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>Adds the store, opened and kept by a hosted service. Register it before services that use it when they start.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddStorageTools();
        services.AddSingleton<StoreMaintenance>();
        services.AddHostedService(provider => provider.GetRequiredService<StoreMaintenance>());
        return services;
    }

    /// <summary>Adds the store without its hosted service, for commands that open it themselves (<see cref="StoreOpening"/>) or repair it.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddStorageTools(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StoragePaths>();
        services.AddSingleton<StoreConnectionInterceptor>();
        services.AddPooledDbContextFactory<TelenovelaDbContext>((provider, options) => options
            .UseSqlite(
                ConnectionString(provider.GetRequiredService<StoragePaths>(), provider.GetRequiredService<IOptions<StorageOptions>>().Value),
                sqlite => sqlite.MigrationsAssembly(TelenovelaDbContext.MigrationsAssembly))
            .AddInterceptors(provider.GetRequiredService<StoreConnectionInterceptor>()));
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<Store>();
        services.AddSingleton<StoreOpening>();
        services.AddSingleton<StoreMigrator>();
        services.AddSingleton<DatabaseBackups>();
        services.AddSingleton<DatabaseRestore>();
        services.AddSingleton<ErasureJournal>();
        services.AddSingleton<ErasureSignal>();
        services.AddSingleton<ErasureSweep>();
        services.AddSingleton<Ballast>();
        return services.AddContributions();
    }

    /// <summary>The driver tries again on its own for the default timeout when the database is busy: no longer than SQLite does.</summary>
    private static string ConnectionString(StoragePaths paths, StorageOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = paths.Database,
        DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeoutSeconds)),
    }.ToString();

    private static IServiceCollection AddContributions(this IServiceCollection services)
    {
        services.AddSingleton<ContributionStore>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<ConsentRegister>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<ContributionStatistics>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<GuildSettingsStore>();
        services.AddSingleton<TrainingLines>();
        services.AddSingleton<LineGivers>();
        services.AddSingleton<CorpusExporter>();
        services.AddSingleton<IErasureFollower>(provider => provider.GetRequiredService<CorpusExporter>());
        return services;
    }
}
