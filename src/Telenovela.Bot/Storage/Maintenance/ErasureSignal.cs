namespace Telenovela.Bot.Storage.Maintenance;

/// <summary>Wakes the maintenance when rows were deleted.</summary>
public sealed class ErasureSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Says that there is something to sweep.</summary>
    public void Raise()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is raised already.
        }
    }

    /// <summary>Waits for it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();
}
