using Microsoft.Extensions.Options;
using Telenovela.Story.Models;
using Telenovela.Story.Writing;

namespace Telenovela.Hosting;

/// <summary>Registers the language models.</summary>
internal static class ModelServiceCollectionExtensions
{
    /// <summary>Adds the shelf of models that <see cref="ModelOptions"/> names; a shelf without a model still lets the bot start.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section);
        services.AddSingleton(provider =>
            ModelShelf.Open(ModelShelf.Locate(provider.GetRequiredService<IOptions<ModelOptions>>().Value.Directory)));
        services.AddSingleton<IScriptWriter>(provider => provider.GetRequiredService<ModelShelf>());
        services.AddHostedService<ModelWarmUp>();
        return services;
    }
}
