namespace Telenovela.Discord.Rest;

/// <summary>The moment before which nothing is sent, shared by all requests.</summary>
internal sealed class GlobalRateLimit(TimeProvider time)
{
    // A timer can't be set further ahead than 49 days.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>Lets nothing pass for so long. A shorter hold doesn't end a longer one.</summary>
    public void Hold(TimeSpan pause)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + pause;
            _until = until > _until ? until : _until;
        }
    }

    /// <summary>Waits until requests may pass.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        while (Left() is var left && left > TimeSpan.Zero)
        {
            await SleepAsync(left < LongestSleep ? left : LongestSleep, cancellationToken);
        }
    }

    /// <summary>Waits for so long, whatever the length.</summary>
    public async Task SleepAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        for (; pause > LongestSleep; pause -= LongestSleep)
        {
            await Task.Delay(LongestSleep, time, cancellationToken);
        }

        await Task.Delay(pause, time, cancellationToken);
    }

    private TimeSpan Left()
    {
        lock (_lock)
        {
            return _until - time.GetUtcNow();
        }
    }
}
