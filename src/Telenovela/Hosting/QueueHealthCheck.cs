using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Interactions.Processing;

namespace Telenovela.Hosting;

/// <summary>Degraded while the queue is full.</summary>
internal sealed class QueueHealthCheck(WorkQueue queue, IOptions<InteractionOptions> options) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(queue.Count < options.Value.QueueCapacity
            ? HealthCheckResult.Healthy($"{queue.Count} waiting")
            : HealthCheckResult.Degraded("the queue is full"));
}
