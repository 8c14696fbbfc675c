using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Telenovela.Benchmarks.Retraining;

/// <summary>Takes what the bot sends to Discord, and remembers which promises it kept.</summary>
internal sealed class DiscordStub : IAsyncDisposable
{
    private const int TokenAt = 3;

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, long> _edits = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _awaited = new();
    private readonly ConcurrentQueue<string> _others = new();

    private DiscordStub(WebApplication app) => _app = app;

    /// <summary>For <c>Discord:ApiBaseUrl</c>.</summary>
    public string Url => _app.Urls.Single() + "/";

    /// <summary>Calls that were no edit with an embed: something went wrong.</summary>
    public IReadOnlyCollection<string> Others => _others;

    public static async Task<DiscordStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new DiscordStub(app);
        app.Run(stub.TakeAsync);
        await app.StartAsync();
        return stub;
    }

    /// <summary>How replies by a token fare; by default they are taken at once.</summary>
    public Func<string, ReplyFate> Fate { get; set; } = _ => ReplyFate.Taken;

    /// <summary>When "thinking…" was replaced, as a timestamp of <see cref="Stopwatch"/>; null where it wasn't.</summary>
    public long? EditedAt(string token) => _edits.TryGetValue(token, out var at) ? at : null;

    /// <summary>Waits for the words that replace "thinking…"; to be called before the interaction is sent.</summary>
    public Task<string> EditAsync(string token) =>
        _awaited.GetOrAdd(token, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var parts = context.Request.Path.Value!.Split('/');
        var fate = parts.Length > TokenAt ? Fate(parts[TokenAt]) : ReplyFate.Taken;
        if (fate != ReplyFate.Taken)
        {
            await FailAsync(context, fate);
            return;
        }

        if (context.Request.Method == HttpMethods.Patch && parts is [_, "webhooks", _, _, "messages", "@original"])
        {
            var token = parts[TokenAt];
            if (_awaited.TryRemove(token, out var awaited))
            {
                awaited.SetResult(body);
            }

            // An apology is words without an embed.
            if (body.Contains("\"embeds\"", StringComparison.Ordinal))
            {
                _edits.TryAdd(token, Stopwatch.GetTimestamp());
            }
        }
        else
        {
            _others.Enqueue($"{context.Request.Method} {body}");
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\":\"1\"}", context.RequestAborted);
    }

    private static async Task FailAsync(HttpContext context, ReplyFate fate)
    {
        context.Response.ContentType = "application/json";
        switch (fate)
        {
            case ReplyFate.Missing:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                await context.Response.WriteAsync("{\"message\":\"Unknown Webhook\",\"code\":10015}", context.RequestAborted);
                break;
            case ReplyFate.Limited:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "20";
                await context.Response.WriteAsync(
                    "{\"message\":\"You are being rate limited.\",\"retry_after\":20.0,\"global\":false}", context.RequestAborted);
                break;
            default:
                await Task.Delay(TimeSpan.FromSeconds(10), context.RequestAborted);
                await context.Response.WriteAsync("{\"id\":\"1\"}", context.RequestAborted);
                break;
        }
    }
}

/// <summary>What becomes of a reply at Discord.</summary>
internal enum ReplyFate
{
    /// <summary>It is shown.</summary>
    Taken,

    /// <summary>404: the message that it should replace is gone.</summary>
    Missing,

    /// <summary>It is shown, and that is said after ten seconds.</summary>
    Slow,

    /// <summary>429: again in twenty seconds.</summary>
    Limited,
}
