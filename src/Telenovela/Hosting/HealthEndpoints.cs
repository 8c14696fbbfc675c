using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Telenovela.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it has started, can write and has room for work.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    /// <summary>Adds the checks.</summary>
    public static IServiceCollection AddTelenovelaHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StartedHealthCheck>("started", tags: [Ready])
            .AddCheck<ModelHealthCheck>("models", tags: [Ready])
            .AddCheck<QueueHealthCheck>("queue", tags: [Ready])
            .AddCheck<StoreHealthCheck>("store", tags: [Ready]);
        return services;
    }

    /// <summary>Maps both addresses.</summary>
    public static void MapTelenovelaHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
