using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Telenovela.Tests.Recorded;

namespace Telenovela.Tests.Gateway;

/// <summary>A Discord on this machine that speaks enough of the gateway: hello, identify, ready, heartbeat, events, resume.</summary>
internal sealed class LoopbackGateway : IAsyncDisposable
{
    private const int Dispatch = 0, Heartbeat = 1, Identify = 2, Resume = 6, Hello = 10, HeartbeatAck = 11;

    private readonly Channel<int> _received = Channel.CreateUnbounded<int>();
    private WebSocket? _socket;
    private int _sequence;

    /// <summary>The REST side, where everything but the log-in is kept.</summary>
    public RestRecorder Rest { get; private set; } = null!;

    public Uri ApiBaseUrl => Rest.ApiBaseUrl;

    public Uri GatewayUrl => new UriBuilder(ApiBaseUrl) { Scheme = "ws", Path = "/", Query = "v=10&encoding=json" }.Uri;

    /// <summary>What the address of the last connection asked for.</summary>
    public string Query { get; private set; } = "";

    /// <summary>What the client identified itself with.</summary>
    public JsonNode? Identification { get; private set; }

    public static async Task<LoopbackGateway> StartAsync()
    {
        var gateway = new LoopbackGateway();
        gateway.Rest = await RestRecorder.StartAsync(app =>
        {
            app.UseWebSockets();
            app.Map("/", gateway.ServeSocketAsync);
            app.MapGet("/api/v10/users/@me", () => Results.Text(UserJson, "application/json"));
            app.MapGet("/api/v10/oauth2/applications/@me", () => Results.Text(ApplicationJson, "application/json"));
            app.MapGet("/api/v10/applications/@me", () => Results.Text(ApplicationJson, "application/json"));
            app.MapGet("/api/v10/gateway/bot", () => Results.Json(new
            {
                url = gateway.GatewayUrl,
                shards = 1,
                session_start_limit = new { total = 1000, remaining = 999, reset_after = 0, max_concurrency = 1 },
            }));
        });
        return gateway;
    }

    /// <summary>Waits until the client has sent a payload of this operation.</summary>
    public async Task WaitForAsync(int operation, CancellationToken cancellationToken)
    {
        while (await _received.Reader.ReadAsync(cancellationToken) != operation)
        {
        }
    }

    public Task WaitForIdentifyAsync(CancellationToken cancellationToken) => WaitForAsync(Identify, cancellationToken);

    public Task WaitForHeartbeatAsync(CancellationToken cancellationToken) => WaitForAsync(Heartbeat, cancellationToken);

    public Task WaitForResumeAsync(CancellationToken cancellationToken) => WaitForAsync(Resume, cancellationToken);

    public Task DispatchAsync(string name, JsonNode data) => SendAsync(Dispatch, data, name);

    /// <summary>Drops the connection without a farewell, as a network does.</summary>
    public void Drop() => _socket!.Abort();

    public ValueTask DisposeAsync() => Rest.DisposeAsync();

    private const string UserJson = """{"id":"42","username":"telenovela","discriminator":"0000","global_name":null,"avatar":null,"bot":true,"flags":0}""";

    private const string ApplicationJson =
        """{"id":"42","name":"telenovela","description":"","icon":null,"bot_public":true,"bot_require_code_grant":false,"flags":0,"verify_key":"00","summary":""}""";

    private async Task ServeSocketAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        _socket = socket;
        Query = context.Request.QueryString.Value ?? "";
        await SendAsync(Hello, new JsonObject { ["heartbeat_interval"] = 400 });
        var buffer = new byte[64 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var length = 0;
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), context.RequestAborted);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                var payload = JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, length))!;
                var operation = payload["op"]!.GetValue<int>();
                if (operation == Heartbeat)
                {
                    await SendAsync(HeartbeatAck, null);
                }
                else if (operation == Identify)
                {
                    Identification = payload["d"]!.DeepClone();
                    await DispatchAsync("READY", ReadyData());
                }
                else if (operation == Resume)
                {
                    await DispatchAsync("RESUMED", new JsonObject());
                }

                _received.Writer.TryWrite(operation);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The test dropped the connection, or ended.
        }
    }

    private JsonObject ReadyData() => new()
    {
        ["v"] = 10,
        ["user"] = JsonNode.Parse(UserJson),
        ["guilds"] = new JsonArray(),
        ["private_channels"] = new JsonArray(),
        ["relationships"] = new JsonArray(),
        ["session_id"] = "session",
        ["resume_gateway_url"] = new UriBuilder(GatewayUrl) { Query = "" }.Uri.AbsoluteUri,
        ["application"] = new JsonObject { ["id"] = "42", ["flags"] = 0 },
    };

    private async Task SendAsync(int operation, JsonNode? data, string? name = null)
    {
        var payload = new JsonObject { ["op"] = operation, ["d"] = data, ["t"] = name, ["s"] = name is null ? null : ++_sequence };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(payload);
        await _socket!.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }
}
