using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Telenovela.Bot.Commands.About;
using Telenovela.Bot.Commands.Contribute;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Commands.Generate;
using Telenovela.Bot.Commands.Retrain;
using Telenovela.Bot.Commands.Review;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Interactions.Processing;

namespace Telenovela.Bot;

/// <summary>Registers the bot: processor, queue, commands and buttons. Needs an <c>IScriptWriter</c> besides.</summary>
public static class BotServiceCollectionExtensions
{
    /// <summary>Adds the bot's services.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<InteractionOptions>().BindConfiguration(InteractionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Cooldown>();
        services.AddSingleton<InteractionHistory>();
        services.AddSingleton<UnknownHandler>();
        services.AddSingleton<HandlerFactory>();
        services.AddSingleton<WorkQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<WorkQueue>());
        services.AddSingleton<InteractionProcessor>();
        services.AddSingleton<GiverWords>();
        services.AddSingleton<IInteractionProcessor, GiverNotice>();
        services.AddSingleton<ICommandCatalog, CommandCatalog>();
        services.AddSingleton<GeneratedMessage>();
        services.AddSingleton<GuildWords>();
        services.AddSingleton<GuildWriter>();
        return services
            .AddCommand<GenerateCommand>()
            .AddCommand<AboutCommand>()
            .AddHandler<GenerateAgainButton>()
            .AddHandler<GenerateContinueButton>()
            .AddContributionChecks()
            .AddContributing()
            .AddReviewing()
            .AddRetrainCommands();
    }
}
