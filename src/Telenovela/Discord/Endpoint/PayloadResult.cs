using Telenovela.Discord.Wire;

namespace Telenovela.Discord.Endpoint;

/// <summary>Answers a request with a payload, and calls back when the answer has left.</summary>
/// <param name="payload">What is answered.</param>
/// <param name="sent">Called once the response is complete.</param>
internal sealed class PayloadResult(WirePayload payload, Action sent) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.OnCompleted(() =>
        {
            sent();
            return Task.CompletedTask;
        });
        using var content = payload.ToHttpContent();
        response.ContentType = content.Headers.ContentType?.ToString();
        response.ContentLength = content.Headers.ContentLength;
        await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
