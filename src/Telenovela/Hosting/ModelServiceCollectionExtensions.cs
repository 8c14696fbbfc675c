using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Retraining;
using Telenovela.Corpus.Dataset;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Writing;

namespace Telenovela.Hosting;

/// <summary>Registers the language models.</summary>
internal static class ModelServiceCollectionExtensions
{
    /// <summary>Adds the writer that follows the generations of models; without any model the bot still starts.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddModelTools();
        services.AddSingleton<IScriptWriter>(provider => provider.GetRequiredService<LiveModels>());
        services.AddHostedService<ModelWatch>();
        return services;
    }

    /// <summary>Adds the models for commands: the shipped ones that <see cref="ModelOptions"/> names, and those in the data folder.</summary>
    public static IServiceCollection AddModelTools(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section);
        services.TryAddSingleton<RetrainingPaths>();
        services.AddSingleton(provider => new GenerationStore(
            provider.GetRequiredService<RetrainingPaths>().Models,
            ProgramFolder.Locate(provider.GetRequiredService<IOptions<ModelOptions>>().Value.Directory),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LiveModels>();
        return services;
    }
}
