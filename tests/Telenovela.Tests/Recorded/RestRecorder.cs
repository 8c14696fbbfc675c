using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Telenovela.Tests.Recorded;

/// <summary>The REST side of a Discord on this machine: takes everything, and keeps it in order.</summary>
internal sealed class RestRecorder : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<RestCall> _calls = Channel.CreateUnbounded<RestCall>();

    private RestRecorder(WebApplication app) => _app = app;

    public Uri ApiBaseUrl => new($"{_app.Urls.Single()}/api/v10/");

    /// <param name="also">Maps what else this Discord answers.</param>
    public static async Task<RestRecorder> StartAsync(Action<WebApplication>? also = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var recorder = new RestRecorder(builder.Build());
        also?.Invoke(recorder._app);
        recorder._app.MapFallback(async context =>
        {
            var body = await ReadAsync(context.Request);
            recorder._calls.Writer.TryWrite(new RestCall(context.Request.Method, context.Request.Path.Value!, body.Length > 0 ? JsonNode.Parse(body) : null));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        await recorder._app.StartAsync();
        return recorder;
    }

    public ValueTask<RestCall> NextAsync(CancellationToken cancellationToken) => _calls.Reader.ReadAsync(cancellationToken);

    /// <summary>The calls that follow a deferral: one edit, or a private follow-up with a deletion behind it.</summary>
    public async Task<IReadOnlyList<string>> LaterAsync(CancellationToken cancellationToken)
    {
        var first = await NextAsync(cancellationToken);
        return Transcript.IsPlaceholder(first.Body)
            ? [Write(await NextAsync(cancellationToken)), Write(await NextAsync(cancellationToken))]
            : [Write(first)];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    /// <summary>The JSON of a call, which stands in a form of its own where files go along.</summary>
    private static async Task<string> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            return (await request.ReadFormAsync())["payload_json"].ToString();
        }

        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync();
    }

    private static string Write(RestCall call) => $"{call.Method} {Transcript.Normalise(call.Body)}";
}
