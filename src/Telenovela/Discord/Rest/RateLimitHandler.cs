using System.Net;

namespace Telenovela.Discord.Rest;

/// <summary>
/// Obeys 429: waits as long as Discord says, however long, and asks again; only cancellation ends it. (The standard resilience
/// handler gives up after 30 s whatever was asked for.) A request refused so wasn't carried out, so any may be repeated.
/// </summary>
internal sealed partial class RateLimitHandler(GlobalRateLimit global, TimeProvider time, ILogger<DiscordRestClient> logger) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            await global.PassAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            var answer = await RateLimitAnswer.ReadAsync(response, time, cancellationToken);
            response.Dispose();
            if (answer.IsGlobal)
            {
                global.Hold(answer.Pause);
            }

            Log.Limited(logger, DiscordRoute.Of(request).Name, answer.Pause, answer.IsGlobal);
            if (!answer.IsGlobal)
            {
                await global.SleepAsync(answer.Pause, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Route} was rate limited; waiting {Pause} (everything waits: {IsGlobal})")]
        public static partial void Limited(ILogger logger, string route, TimeSpan pause, bool isGlobal);
    }
}
