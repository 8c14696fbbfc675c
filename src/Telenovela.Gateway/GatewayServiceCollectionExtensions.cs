using Microsoft.Extensions.DependencyInjection;

namespace Telenovela.Gateway;

/// <summary>Registers the gateway.</summary>
public static class GatewayServiceCollectionExtensions
{
    /// <summary>Adds the service that keeps the connection. Needs an <c>IInteractionReader</c>, an <c>ICallbackSender</c> and an <c>IReplyChannel</c> besides.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddHostedService<DiscordGateway>();
    }
}
