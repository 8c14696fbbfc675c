namespace Telenovela.Bot.Interactions.Processing;

/// <summary>
/// Lends the worker that a piece of work holds to others while that only waits: for a file, a channel, or what is still being loaded.
/// </summary>
public static class WorkerWait
{
    private static readonly AsyncLocal<SemaphoreSlim?> Held = new();

    /// <summary>Waits, and goes on when a worker is free again.</summary>
    public static async Task<T> ForAsync<T>(Task<T> waited)
    {
        if (waited.IsCompleted || Held.Value is not { } workers)
        {
            return await waited.ConfigureAwait(false);
        }

        workers.Release();
        try
        {
            return await waited.ConfigureAwait(false);
        }
        finally
        {
            await workers.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Says that the current flow holds one of these.</summary>
    internal static void Hold(SemaphoreSlim workers) => Held.Value = workers;
}
