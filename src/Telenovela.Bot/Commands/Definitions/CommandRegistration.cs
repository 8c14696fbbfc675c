using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Interactions.Processing;

namespace Telenovela.Bot.Commands.Definitions;

/// <summary>Registers commands and the components and modals that belong to them.</summary>
internal static class CommandRegistration
{
    /// <summary>Adds a command, found as itself, as a definition and as a handler.</summary>
    public static IServiceCollection AddCommand<T>(this IServiceCollection services)
        where T : class, ISubcommand => services
            .AddSingleton<T>()
            .AddSingleton<ISubcommand>(provider => provider.GetRequiredService<T>())
            .AddSingleton<IInteractionHandler>(provider => provider.GetRequiredService<T>());

    /// <summary>Adds the handler of a component or a modal.</summary>
    public static IServiceCollection AddHandler<T>(this IServiceCollection services)
        where T : class, IInteractionHandler => services.AddSingleton<IInteractionHandler, T>();
}
