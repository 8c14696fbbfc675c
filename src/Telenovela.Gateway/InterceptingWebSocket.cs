using System.Text;
using System.Text.Json;
using Discord.Net.WebSockets;

namespace Telenovela.Gateway;

/// <summary>
/// Discord.Net's socket, with interactions taken out before the library sees them. The library resolves a member's permissions from
/// the server's cached roles, which a bot without intents doesn't have: every moderator would be refused. The event itself carries
/// them, so it goes to the parser that reads the HTTP endpoint's bodies. In its place the library gets an event that it ignores, with the
/// same sequence number, so that heartbeats and resuming stay its own.
/// </summary>
internal sealed class InterceptingWebSocket : IWebSocketClient
{
    private const string InteractionCreate = "INTERACTION_CREATE";
    private const string Ignored = "USER_SETTINGS_UPDATE";

    private readonly IWebSocketClient _inner;
    private readonly Action<ReadOnlyMemory<byte>> _received;

    /// <summary>Wraps a socket.</summary>
    /// <param name="inner">The library's; belongs to this from now on.</param>
    /// <param name="received">Gets the JSON of each interaction, UTF-8; must return at once, since heartbeats wait behind it.</param>
    public InterceptingWebSocket(IWebSocketClient inner, Action<ReadOnlyMemory<byte>> received)
    {
        (_inner, _received) = (inner, received);
        _inner.TextMessage += PassOnAsync;
    }

    /// <inheritdoc/>
    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        add => _inner.BinaryMessage += value;
        remove => _inner.BinaryMessage -= value;
    }

    /// <inheritdoc/>
    public event Func<string, Task>? TextMessage;

    /// <inheritdoc/>
    public event Func<Exception, Task>? Closed
    {
        add => _inner.Closed += value;
        remove => _inner.Closed -= value;
    }

    /// <summary>Connects without compression: what is compressed arrives as one stream that only the library could read.</summary>
    /// <param name="host">The address as the library puts it together.</param>
    public Task ConnectAsync(string host) => _inner.ConnectAsync(host.Replace("&compress=zlib-stream", "", StringComparison.Ordinal));

    /// <inheritdoc/>
    public Task DisconnectAsync(int closeCode = 1000) => _inner.DisconnectAsync(closeCode);

    /// <inheritdoc/>
    public Task SendAsync(byte[] data, int index, int count, bool isText) => _inner.SendAsync(data, index, count, isText);

    /// <inheritdoc/>
    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    /// <inheritdoc/>
    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private Task PassOnAsync(string text) => TextMessage?.Invoke(Intercept(text)) ?? Task.CompletedTask;

    private string Intercept(string text)
    {
        if (!text.Contains(InteractionCreate, StringComparison.Ordinal))
        {
            return text;
        }

        using var payload = JsonDocument.Parse(text);
        var root = payload.RootElement;
        if (!root.TryGetProperty("t", out var type) || !type.ValueEquals(InteractionCreate))
        {
            return text;
        }

        _received(Encoding.UTF8.GetBytes(root.GetProperty("d").GetRawText()));
        return $$"""{"op":0,"t":"{{Ignored}}","d":{},"s":{{root.GetProperty("s").GetRawText()}} }""";
    }
}
