using Telenovela.Bot.Contributions.Checks;

namespace Telenovela.Hosting;

/// <summary>Loads what contributions are compared with once the bot has started, so that the first one doesn't wait for it.</summary>
internal sealed class CorpusWarmUp(ContributionChecks checks, IHostApplicationLifetime lifetime) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(checks.WarmUp);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
