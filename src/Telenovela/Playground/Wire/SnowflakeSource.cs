namespace Telenovela.Playground.Wire;

/// <summary>Makes snowflakes (API documentation, "Snowflakes"): milliseconds since 2015 in the upper bits, a counter in the lower 22.</summary>
/// <param name="clock">Now.</param>
public sealed class SnowflakeSource(TimeProvider clock)
{
    private const long DiscordEpochMilliseconds = 1_420_070_400_000;
    private const int CounterBits = 22;

    private long _last;

    /// <summary>One that was never given before. Safe from several threads.</summary>
    public ulong Next()
    {
        var now = (clock.GetUtcNow().ToUnixTimeMilliseconds() - DiscordEpochMilliseconds) << CounterBits;
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return (ulong)next;
            }
        }
    }
}
