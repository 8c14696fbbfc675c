using System.Net;

namespace Telenovela.Discord.Rest;

/// <summary>
/// Counts the answers that Discord calls invalid, 401, 403 and 429: an address that gets 10,000 of them within ten minutes is banned (API
/// documentation, "Invalid Request Limit"). Long before, everything is held back until enough of them are ten minutes old.
/// </summary>
internal sealed partial class InvalidAnswers(GlobalRateLimit global, TimeProvider time, ILogger<DiscordRestClient> logger)
{
    /// <summary>Most of them within <see cref="Window"/>; the rest is for other programs at this address and what is under way.</summary>
    public const int Most = 2500;

    /// <summary>How long Discord remembers one.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _times = new();

    /// <summary>Takes note of an answer.</summary>
    public void Count(HttpStatusCode status)
    {
        if (status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests))
        {
            return;
        }

        TimeSpan pause;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _times.Enqueue(now);
            while (now - _times.Peek() >= Window)
            {
                _times.Dequeue();
            }

            if (_times.Count < Most)
            {
                return;
            }

            pause = _times.Peek() + Window - now;
        }

        global.Hold(pause);
        Log.Held(logger, Most, pause);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message =
            "Discord refused {Count} requests within ten minutes, and bans addresses that go on: nothing is sent for {Pause}")]
        public static partial void Held(ILogger logger, int count, TimeSpan pause);
    }
}
