using Microsoft.Extensions.Diagnostics.HealthChecks;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Hosting;

/// <summary>Degraded while the store takes nothing new: generating goes on, so nobody need be sent elsewhere.</summary>
internal sealed class StoreHealthCheck(StoreHealth health) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(health.IsReady
            ? HealthCheckResult.Healthy("ready")
            : HealthCheckResult.Degraded(health.Current.Message));
}
