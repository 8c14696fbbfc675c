using System.Text.Json;

namespace Telenovela.Discord.Rest;

/// <summary>What an answer of 429 asks for (API documentation, "Rate Limits").</summary>
/// <param name="Pause">How long to wait.</param>
/// <param name="IsGlobal">Whether everything has to wait, not only this route.</param>
internal sealed record RateLimitAnswer(TimeSpan Pause, bool IsGlobal)
{
    // Far beyond anything meant, and safe to add to a date.
    private const double MostSeconds = 1000 * 86_400d;

    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Reads <c>retry_after</c> (seconds with a fraction) from the body, else the header <c>Retry-After</c>. An answer with another
    /// body isn't the API's but of the wall before it, which concerns our address: that is global.
    /// </summary>
    public static async Task<RateLimitAnswer> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var global = response.Headers.TryGetValues("X-RateLimit-Global", out var values) && values.Contains("true", StringComparer.OrdinalIgnoreCase);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (bytes.Length == 0)
        {
            return new RateLimitAnswer(FromHeader(response, time), global);
        }

        try
        {
            using var body = JsonDocument.Parse(bytes);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
            {
                global |= body.RootElement.TryGetProperty("global", out var everything) && everything.ValueKind == JsonValueKind.True;
                return body.RootElement.TryGetProperty("retry_after", out var seconds) && seconds.ValueKind == JsonValueKind.Number
                    ? new RateLimitAnswer(Pauses(seconds.GetDouble()), global)
                    : new RateLimitAnswer(FromHeader(response, time), global);
            }
        }
        catch (JsonException)
        {
            // HTML, or words.
        }

        return new RateLimitAnswer(FromHeader(response, time), IsGlobal: true);
    }

    private static TimeSpan FromHeader(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Pauses(delta.TotalSeconds),
        { Date: { } date } => Pauses((date - time.GetUtcNow()).TotalSeconds),
        _ => Unsaid,
    };

    // Rounded up to a millisecond: asking a little too early would earn the next 429.
    private static TimeSpan Pauses(double seconds) =>
        seconds > 0 ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(seconds, MostSeconds) * 1000)) : TimeSpan.FromMilliseconds(1);
}
