using Microsoft.Extensions.DependencyInjection.Extensions;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Playground.Commands;
using Telenovela.Playground.Composing;
using Telenovela.Playground.Sessions;
using Telenovela.Playground.Uploads;
using Telenovela.Playground.Wire;

namespace Telenovela.Playground;

/// <summary>Registers the playground.</summary>
public static class PlaygroundServices
{
    private static readonly string[] DiscordKeys = ["Discord:ApplicationId", "Discord:PublicKey", "Discord:Token"];

    /// <summary>
    /// Adds the page and what is behind it. Needs an <see cref="Bot.Interactions.Processing.IInteractionProcessor"/>, an
    /// <see cref="Bot.Commands.Definitions.ICommandCatalog"/>, an <see cref="Bot.Retraining.IRetraining"/> and a
    /// <see cref="Bot.Retraining.Runs.TrainingRunStore"/> from elsewhere.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Holds the section <c>Playground</c>.</param>
    public static IServiceCollection AddPlayground(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlaygroundOptions>().Bind(configuration.GetSection(PlaygroundOptions.Section))
            .PostConfigure(options => options.Enabled ??= !KnowsDiscord(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SnowflakeSource>();
        services.AddSingleton<PlaygroundInteractionJson>();
        services.AddSingleton<CommandBook>();
        services.AddSingleton<PlaygroundUploads>();
        services.AddTransient<IAttachmentSource, PlaygroundAttachmentSource>();

        // One of each for every browser circuit: people at two windows don't see each other.
        services.AddScoped<ChannelLog>();
        services.AddScoped<PlaygroundChannel>();
        services.AddScoped<PlaygroundSession>();
        services.AddScoped<Composer>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    private static bool KnowsDiscord(IConfiguration configuration) =>
        DiscordKeys.Any(key => !string.IsNullOrWhiteSpace(configuration[key]));
}
