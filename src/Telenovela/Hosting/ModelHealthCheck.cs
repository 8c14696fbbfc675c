using Microsoft.Extensions.Diagnostics.HealthChecks;
using Telenovela.Story.Writing;

namespace Telenovela.Hosting;

/// <summary>Unhealthy while there is no model to write with.</summary>
internal sealed class ModelHealthCheck(IScriptWriter writer) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(writer.Telenovelas.Count > 0
            ? HealthCheckResult.Healthy($"{writer.Telenovelas.Count} telenovelas")
            : HealthCheckResult.Unhealthy("no language model"));
}
