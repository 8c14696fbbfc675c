using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Bot.Storage.Maintenance;

namespace Telenovela.Bot.Retraining;

/// <summary>Registers the retraining. Needs the store, the models (<c>GenerationStore</c>, <c>LiveModels</c>) and a <see cref="TelenovelaProgram"/> besides.</summary>
public static class RetrainingServiceCollectionExtensions
{
    /// <summary>Adds the retraining to the running bot.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddRetraining(this IServiceCollection services)
    {
        services.AddRetrainingTools();
        services.AddSingleton<Retraining>();
        services.AddSingleton<IRetraining>(provider => provider.GetRequiredService<Retraining>());
        services.AddHostedService(provider => provider.GetRequiredService<Retraining>());
        services.AddSingleton<IModelsInUse, ModelsInUse>();
        services.AddSingleton<IErasureFollower, RetrainingErasure>();
        return services;
    }

    /// <summary>Adds what a command needs to retrain in its own process.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddRetrainingTools(this IServiceCollection services)
    {
        services.AddRetrainingOptions();
        services.AddOptions<ContributionCheckOptions>().BindConfiguration(ContributionCheckOptions.Section);
        services.TryAddSingleton<RetrainingPaths>();
        services.AddSingleton<TrainingRunStore>();
        services.AddSingleton<RunFolders>();
        services.AddSingleton<DeletionWatch>();
        services.AddSingleton<SharedRun>();
        services.AddSingleton<RetrainingRuns>();
        services.AddSingleton<RollBack>();
        services.AddSingleton<KeptGenerations>();
        services.AddSingleton<ITrainingProcess, TrainingProcess>();
        services.AddSingleton<IMeasuringProcess, MeasuringProcess>();

        // In this order they are done.
        services.AddSingleton<IRetrainingStage, PrepareStage>();
        services.AddSingleton<IRetrainingStage, TrainStage>();
        services.AddSingleton<IRetrainingStage, EvaluateStage>();
        services.AddSingleton<IRetrainingStage, GateStage>();
        services.AddSingleton<IRetrainingStage, PublishStage>();
        services.AddSingleton<IRetrainingStage, AnnounceStage>();
        return services;
    }

    /// <summary>Binds <see cref="RetrainingOptions"/> once, however many ask: bound twice, its list would hold everything twice.</summary>
    /// <param name="services">Where to.</param>
    internal static IServiceCollection AddRetrainingOptions(this IServiceCollection services)
    {
        if (services.All(known => known.ServiceType != typeof(IConfigureOptions<RetrainingOptions>)))
        {
            services.AddOptions<RetrainingOptions>().BindConfiguration(RetrainingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        }

        return services;
    }
}
