using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Quartz;
using Telenovela.Bot.Retraining;

namespace Telenovela.Jobs;

/// <summary>Registers what the bot does by the clock.</summary>
internal static class JobsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the nightly retraining, scheduled by Quartz in a database of its own. Needs the storage, and the retraining
    /// (<see cref="IRetraining"/> and the bound <see cref="RetrainingOptions"/>).
    /// </summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RetrainingOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RetrainingOptions>, ScheduleValidation>());
        services.AddSingleton<SchedulerFile>();
        services.AddSingleton<NightlySchedule>();
        services.AddQuartz(quartz =>
        {
            // A job that goes on for hours is told to stop, and the stopping waits for it: it only has to let go.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UsePersistentStore(store => store
                .UseSqlite(source => source.DataSourceFactory = Connections)
                .ConfigureStore(settings => settings.UseBackgroundThreads = true)
                .ProvisionSchema());
        });
        services.AddHostedService<JobsService>();
        return services;
    }

    private static DbDataSource Connections(IServiceProvider provider) =>
        SqliteFactory.Instance.CreateDataSource(provider.GetRequiredService<SchedulerFile>().ConnectionString);
}
