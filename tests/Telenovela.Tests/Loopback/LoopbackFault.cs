using System.Globalization;

namespace Telenovela.Tests.Loopback;

/// <summary>A misfortune that meets one call.</summary>
public sealed record LoopbackFault
{
    /// <summary>What is answered; 0 lets the call through after <see cref="Until"/>.</summary>
    public int Status { get; init; }

    public string Body { get; init; } = "{\"code\":0,\"message\":\"scripted\"}";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Holds the answer back until then.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>Cuts the connection instead of answering.</summary>
    public bool Drops { get; init; }

    /// <summary>The answer for a message that isn't there yet, as when an edit overtakes its deferral.</summary>
    public static LoopbackFault NotYet => new() { Status = 404, Body = "{\"code\":10015,\"message\":\"Unknown Webhook\"}" };

    public static LoopbackFault Broken => new() { Status = 502, Body = "<html>bad gateway</html>" };

    public static LoopbackFault Refused => new() { Status = 401, Body = "{\"code\":0,\"message\":\"401: Unauthorized\"}" };

    public static LoopbackFault Cut => new() { Drops = true };

    public static LoopbackFault Slow(Task until) => new() { Until = until };

    public static LoopbackFault Limited(double seconds, bool global = false) => new()
    {
        Status = 429,
        Body = string.Create(CultureInfo.InvariantCulture, $"{{\"message\":\"You are being rate limited.\",\"retry_after\":{seconds},\"global\":{(global ? "true" : "false")}}}"),
        Headers = new Dictionary<string, string>
        {
            ["Retry-After"] = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Scope"] = global ? "global" : "user",
        },
    };
}
