namespace Telenovela.Discord.Rest;

/// <summary>One attempt: bounded in time and size, and logged by its route, since the address holds a secret.</summary>
internal sealed partial class AttemptHandler(InvalidAnswers invalid, TimeProvider time, ILogger<DiscordRestClient> logger)
    : DelegatingHandler
{
    /// <summary>Longest wait for one answer; uploads of several megabytes fit in.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // A hundred commands with every localisation stay below it.
    private const int LargestAnswer = 8 * 1024 * 1024;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var route = DiscordRoute.Of(request).Name;
        var start = time.GetTimestamp();
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, either.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw new HttpRequestException(HttpRequestError.Unknown, "there was no answer in time");
        }
        catch
        {
            response?.Dispose();
            throw;
        }

        invalid.Count(response.StatusCode);
        var elapsed = time.GetElapsedTime(start);
        Log.Answered(logger, route, (int)response.StatusCode, elapsed);
        return response;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Route}: {Status} after {Elapsed}")]
        public static partial void Answered(ILogger logger, string route, int status, TimeSpan elapsed);
    }
}
