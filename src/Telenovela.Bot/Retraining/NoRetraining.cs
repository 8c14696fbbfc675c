using Telenovela.Bot.Retraining.Runs;

namespace Telenovela.Bot.Retraining;

/// <summary>Stands in for <see cref="IRetraining"/> in processes that only list the bot's commands.</summary>
public sealed class NoRetraining : IRetraining
{
    /// <inheritdoc/>
    public event Action? ProgressChanged
    {
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public RetrainingProgress? Progress => null;

    /// <inheritdoc/>
    public bool Cancel() => false;

    /// <inheritdoc/>
    public Task<RunSummary?>? Request(RunRequest request) => throw Unavailable();

    /// <inheritdoc/>
    public Task<RunSummary> RollBackAsync(string? inUse, CancellationToken cancellationToken) => throw Unavailable();

    private static InvalidOperationException Unavailable() => new("This process was started without retraining.");
}
