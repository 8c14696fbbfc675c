using System.Net;

namespace Telenovela.Discord.Rest;

/// <summary>
/// Repeats what failed for reasons that pass: 404 for an edit that overtook its deferral, 5xx and broken connections for
/// requests that may be repeated, and connections that were never made for all.
/// </summary>
internal sealed partial class TransientRetryHandler(TimeProvider time, ILogger<DiscordRestClient> logger) : DelegatingHandler
{
    /// <summary>Pauses before each further attempt, 6.2 s in all: an interaction's second chance should still come in good time.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [.. new[] { 0.2, 0.4, 0.8, 1.6, 3.2 }.Select(TimeSpan.FromSeconds)];

    /// <summary>For replies that somebody waits for: 14 minutes, almost as long as an interaction's token lives.</summary>
    public static readonly IReadOnlyList<TimeSpan> LongPauses =
        [.. Pauses, .. new[] { 6.4, 12.8 }.Concat(Enumerable.Repeat(25.6, 31)).Select(TimeSpan.FromSeconds)];

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var route = DiscordRoute.Of(request);
        var pauses = route.IsReply ? LongPauses : Pauses;
        for (var attempt = 0; attempt < pauses.Count; attempt++)
        {
            string reason;
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (!MayPass(route, response.StatusCode, attempt))
                {
                    return response;
                }

                reason = response.StatusCode.ToString();
                response.Dispose();
            }
            catch (HttpRequestException failure) when (route.IsIdempotent || WasNeverSent(failure))
            {
                reason = failure.HttpRequestError.ToString();
            }

            Log.Repeats(logger, route.Name, reason, pauses[attempt]);
            await Task.Delay(pauses[attempt], time, cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    // A message that isn't there after the short pauses never comes.
    private static bool MayPass(DiscordRoute route, HttpStatusCode status, int attempt) =>
        (route.MayOvertakeDeferral && status == HttpStatusCode.NotFound && attempt < Pauses.Count) ||
        (route.IsIdempotent && status >= HttpStatusCode.InternalServerError);

    private static bool WasNeverSent(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Route} failed ({Reason}); trying again in {Pause}")]
        public static partial void Repeats(ILogger logger, string route, string reason, TimeSpan pause);
    }
}
