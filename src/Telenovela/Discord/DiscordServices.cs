using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Discord.Attachments;
using Telenovela.Discord.Endpoint;
using Telenovela.Discord.Registration;
using Telenovela.Discord.Rest;
using Telenovela.Discord.Wire;

namespace Telenovela.Discord;

/// <summary>Registers everything that talks with Discord.</summary>
public static class DiscordServices
{
    /// <summary>
    /// Adds options (validated at start), signature check, REST client (also as <see cref="IReplyChannel"/> and <see cref="ICallbackSender"/>) and registrar. Needs an
    /// <see cref="IInteractionProcessor"/> and an <see cref="Bot.Commands.Definitions.ICommandCatalog"/> from elsewhere.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DiscordOptions>().Bind(configuration.GetSection(DiscordOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SignatureVerifier>();
        services.AddSingleton<IInteractionReader, WireInteractionReader>();
        services.AddSingleton<UnauthorizedCircuit>();
        services.AddSingleton<GlobalRateLimit>();
        services.AddSingleton<InvalidAnswers>();
        services.AddTransient<UnauthorizedCircuitHandler>();
        services.AddTransient<TransientRetryHandler>();
        services.AddTransient<RateLimitHandler>();
        services.AddTransient<AttemptHandler>();
        services.AddTransient<IReplyChannel>(provider => provider.GetRequiredService<DiscordRestClient>());
        services.AddTransient<ICallbackSender>(provider => provider.GetRequiredService<DiscordRestClient>());
        services.AddTransient<IChannelPoster, DiscordChannelPoster>();
        services.AddTransient<CommandRegistrar>();

        // The factory's own loggers write addresses, and in the addresses stand interaction tokens. The handlers live as long as
        // the process, so that a client kept by a singleton is no worse than a new one; connections are renewed beneath them.
        services.AddHttpClient<DiscordRestClient>(Configure)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
            })
            .AddHttpMessageHandler<UnauthorizedCircuitHandler>()
            .AddHttpMessageHandler<TransientRetryHandler>()
            .AddHttpMessageHandler<RateLimitHandler>()
            .AddHttpMessageHandler<AttemptHandler>();
        services.AddHttpClient<DiscordAttachmentClient>(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
            });
        services.AddTransient<IAttachmentSource>(provider => provider.GetRequiredService<DiscordAttachmentClient>());
        return services;
    }

    private static void Configure(IServiceProvider provider, HttpClient client)
    {
        var options = provider.GetRequiredService<IOptions<DiscordOptions>>().Value;
        var version = typeof(DiscordServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        client.BaseAddress = new Uri(options.ApiBaseUrl.TrimEnd('/') + "/");
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"DiscordBot ({options.ContactUrl}, {version})");

        // Waiting for a rate limit may take any time; each attempt has a limit of its own.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
