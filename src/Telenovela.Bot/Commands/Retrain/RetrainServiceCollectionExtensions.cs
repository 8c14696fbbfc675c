using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Telenovela.Bot.Commands.Admin;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>
/// Registers what people say to the bot and hear of it about its learning. Needs the store, an <c>IChannelPoster</c> and, to do it, an
/// <see cref="IRetraining"/> and an <see cref="IModelsInUse"/> besides.
/// </summary>
public static class RetrainServiceCollectionExtensions
{
    /// <summary>Adds the commands and what they need.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddRetrainCommands(this IServiceCollection services)
    {
        services.AddRetrainingOptions();
        services.TryAddSingleton<IRetraining, NoRetraining>();
        services.TryAddSingleton<IModelsInUse, NoModelsInUse>();
        services.TryAddSingleton<TrainingRunStore>();
        services.AddSingleton<Retrainers>();
        services.AddSingleton<RunWords>();
        services.AddSingleton<GateWords>();
        services.AddSingleton<LossPicture>();
        services.AddSingleton<RetrainStatus>();
        services.AddSingleton<INightNews, NightNews>();
        return services
            .AddCommand<AdminNewsCommand>()
            .AddCommand<RetrainNowCommand>()
            .AddCommand<RetrainStatusCommand>()
            .AddCommand<RetrainCancelCommand>()
            .AddCommand<RetrainRollBackCommand>()
            .AddCommand<RetrainHistoryCommand>()
            .AddHandler<RetrainRefreshButton>()
            .AddHandler<RetrainRollBackButton>();
    }
}
