using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Telenovela.Tests.Loopback;

/// <summary>
/// A Discord on this machine: signs and posts interactions, and receives callbacks, edits, follow-ups, deletions and commands.
/// Whatever it receives is judged (<see cref="LoopbackJudge"/>); a wrong payload is answered with 400 and makes disposal fail.
/// Faults can be scripted by <see cref="Script"/>.
/// </summary>
public sealed partial class LoopbackDiscord : IAsyncDisposable
{
    public const string BotToken = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.bot-secret";

    private const string Base = "/api/v10/";

    /// <summary>So that a test that waits in vain fails instead of standing still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly List<LoopbackCall> _calls = [];
    private readonly List<(LoopbackCallKind Kind, Queue<LoopbackFault> Faults)> _script = [];
    private readonly List<string> _violations = [];
    private readonly ConcurrentDictionary<string, LoopbackToken> _tokens = new();
    private readonly LoopbackCommands _commands = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackDiscord(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public LoopbackSigner Signer { get; } = new();

    /// <summary>Where the API is, for <c>Discord:ApiBaseUrl</c>.</summary>
    public string ApiBaseUrl => _app.Urls.Single() + Base;

    /// <summary>The whole section <c>Discord</c> for a bot under test.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Discord:ApplicationId"] = $"{Payloads.ApplicationId}",
        ["Discord:PublicKey"] = Signer.PublicKey,
        ["Discord:Token"] = BotToken,
        ["Discord:ApiBaseUrl"] = ApiBaseUrl,
    };

    /// <summary>All REST calls so far.</summary>
    public IReadOnlyList<LoopbackCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Everything wrong that was received so far.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_lock)
            {
                return [.. _violations];
            }
        }
    }

    /// <summary>Starts listening.</summary>
    /// <param name="time">The clock that stamps calls and signatures; the system's if left out.</param>
    public static async Task<LoopbackDiscord> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var discord = new LoopbackDiscord(app, time ?? TimeProvider.System);
        app.Run(discord.ServeAsync);
        await app.StartAsync();
        return discord;
    }

    /// <summary>The next calls of that kind meet these faults, one each, in order.</summary>
    public void Script(LoopbackCallKind kind, params LoopbackFault[] faults)
    {
        lock (_lock)
        {
            _script.Add((kind, new Queue<LoopbackFault>(faults)));
        }
    }

    /// <summary>Makes the interaction's token known, for bots that get their interactions on another way than <see cref="SendAsync"/>.</summary>
    public void Open(JsonObject interaction) => _tokens.TryAdd((string)interaction["token"]!, new LoopbackToken());

    /// <summary>Signs the interaction, posts it to the bot's endpoint, and judges the answer.</summary>
    /// <param name="bot">Has the bot's base address.</param>
    /// <param name="interaction">See <see cref="Payloads"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<LoopbackAnswer> SendAsync(HttpClient bot, JsonObject interaction, CancellationToken cancellationToken)
    {
        Open(interaction);
        using var request = Signer.Request(Encoding.UTF8.GetBytes(interaction.ToJsonString()), _time.GetUtcNow());
        using var response = await bot.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return new LoopbackAnswer(response.StatusCode, null, []);
        }

        var (json, files) = await LoopbackBody.ReadAsync(response.Content.Headers.ContentType?.ToString(), new MemoryStream(body), cancellationToken);
        Judge(LoopbackJudge.Callback(json, files));
        Answered((string)interaction["token"]!, json);
        return new LoopbackAnswer(response.StatusCode, json, files);
    }

    /// <summary>Waits for the first call that fits, also among those that came already.</summary>
    public async Task<LoopbackCall> WaitForAsync(Func<LoopbackCall, bool> fits, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_calls.Find(call => fits(call)) is { } found)
                {
                    return found;
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(Patience, cancellationToken);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"What was waited for never came. Calls: {string.Join("; ", Calls.Select(call => $"{call.Kind} {call.Status}"))}. Violations: {string.Join("; ", Violations)}");
            }
        }
    }

    /// <summary>Waits for a call of that kind that went well.</summary>
    public Task<LoopbackCall> WaitForAsync(LoopbackCallKind kind, CancellationToken cancellationToken) =>
        WaitForAsync(call => call.Kind == kind && call.Status is >= 200 and < 300, cancellationToken);

    /// <summary>The violations so far, which are then forgiven: for tests of the loopback itself.</summary>
    public IReadOnlyList<string> TakeViolations()
    {
        lock (_lock)
        {
            List<string> taken = [.. _violations];
            _violations.Clear();
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Signer.Dispose();
        Assert.Empty(Violations);
    }

    [GeneratedRegex(@"^DiscordBot \(https?://[^\s()]+, [0-9][^\s()]*\)$")]
    private static partial Regex UserAgent();

    private async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.StartsWith(Base, StringComparison.Ordinal) ? context.Request.Path.Value[Base.Length..] : "";
        var kind = LoopbackPath.KindOf(context.Request.Method, path);
        var at = _time.GetUtcNow();
        var (json, files) = await LoopbackBody.ReadAsync(context.Request.ContentType, context.Request.Body, context.RequestAborted);
        if (!UserAgent().IsMatch(context.Request.Headers.UserAgent.ToString()))
        {
            Judge([$"user agent {context.Request.Headers.UserAgent}"]);
        }

        var fault = NextFault(kind);
        if (fault is not null)
        {
            await fault.Until.WaitAsync(context.RequestAborted);
        }

        if (fault is { Drops: true })
        {
            Record(new LoopbackCall(kind, path, json, files, at, 0));
            context.Abort();
            return;
        }

        var (status, body) = fault is { Status: > 0 } ? (fault.Status, fault.Body) : Answer(kind, path, json, files, context.Request.Headers.Authorization.ToString());
        foreach (var (name, value) in fault?.Headers ?? new Dictionary<string, string>())
        {
            context.Response.Headers[name] = value;
        }

        context.Response.StatusCode = status;
        Record(new LoopbackCall(kind, path, json, files, at, status));
        if (status != 204)
        {
            context.Response.ContentType = body.StartsWith('<') ? "text/html" : "application/json";
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
    }

    private (int Status, string Body) Answer(LoopbackCallKind kind, string path, JsonNode? json, IReadOnlyList<LoopbackFile> files, string authorization)
    {
        if (kind is LoopbackCallKind.GetCommands or LoopbackCallKind.PutCommands)
        {
            return authorization != $"Bot {BotToken}" ? Error(401, 0, "401: Unauthorized")
                : kind == LoopbackCallKind.GetCommands ? (200, _commands.Get(path).ToJsonString())
                : Judge(LoopbackJudge.Commands(json)) ? (200, _commands.Put(path, (JsonArray)json!).ToJsonString())
                : Error(400, 50035, "Invalid Form Body");
        }

        if (authorization.Length > 0)
        {
            Judge([$"{kind} carries the bot's token"]);
        }

        var parts = path.Split('/');
        if (kind == LoopbackCallKind.Other || !_tokens.TryGetValue(Uri.UnescapeDataString(parts[2]), out var token))
        {
            return Error(404, 10015, "Unknown Webhook");
        }

        return (kind, token.State) switch
        {
            (LoopbackCallKind.Callback, not LoopbackTokenState.Fresh) => Error(400, 40060, "Interaction has already been acknowledged."),
            (LoopbackCallKind.Callback, _) => Judge(LoopbackJudge.Callback(json, files)) ? Done(() => Answered(Uri.UnescapeDataString(parts[2]), json), 204) : Invalid(),
            (_, LoopbackTokenState.Fresh) => Error(404, 10015, "Unknown Webhook"),
            (LoopbackCallKind.FollowUp, _) => Judge(LoopbackJudge.FollowUp(json, files)) ? (200, "{\"id\":\"1\"}") : Invalid(),
            (_, LoopbackTokenState.WithoutOriginal) => Error(404, 10008, "Unknown Message"),
            (LoopbackCallKind.Delete, _) => Done(() => token.State = LoopbackTokenState.WithoutOriginal, 204),
            _ => Judge(LoopbackJudge.Edit(json, files)) ? (200, "{\"id\":\"1\"}") : Invalid(),
        };

        static (int, string) Invalid() => Error(400, 50035, "Invalid Form Body");
    }

    private static (int Status, string Body) Done(Action action, int status)
    {
        action();
        return (status, "");
    }

    private static (int Status, string Body) Error(int status, int code, string message) =>
        (status, JsonSerializer.Serialize(new { code, message }));

    private void Answered(string token, JsonNode? callback)
    {
        // Suggestions and modals leave no message behind that could be edited.
        if (_tokens.TryGetValue(token, out var known))
        {
            known.State = callback?["type"]?.GetValue<int>() is 4 or 5 or 6 or 7 ? LoopbackTokenState.WithOriginal : LoopbackTokenState.WithoutOriginal;
        }
    }

    private bool Judge(IReadOnlyList<string> problems)
    {
        lock (_lock)
        {
            _violations.AddRange(problems);
        }

        return problems.Count == 0;
    }

    private LoopbackFault? NextFault(LoopbackCallKind kind)
    {
        lock (_lock)
        {
            return _script.Find(script => script.Kind == kind && script.Faults.Count > 0).Faults?.Dequeue();
        }
    }

    private void Record(LoopbackCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
