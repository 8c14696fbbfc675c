using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Discord.Endpoint;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Endpoint;

public sealed class InteractionEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pongs_When_Pinged()
    {
        await using var host = await DiscordHost.StartAsync();

        var answer = await host.Discord.SendAsync(host.Client, Payloads.Ping(), Cancellation);

        Assert.Equal("""{"type":1}""", answer.Json!.ToJsonString());
        Assert.Empty(host.Processor.Accepted);
    }

    [Fact]
    public async Task Says_Json_When_It_Answers()
    {
        await using var host = await DiscordHost.StartAsync();
        using var request = host.Discord.Signer.Request("""{"type":1}"""u8.ToArray(), TimeProvider.System.GetUtcNow());

        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    // Each with a body that would be answered, and with one that would be 400 if it were parsed.
    [Theory]
    [InlineData("forged", true)]
    [InlineData("forged", false)]
    [InlineData("tampered body", true)]
    [InlineData("tampered body", false)]
    [InlineData("tampered timestamp", true)]
    [InlineData("stale", true)]
    [InlineData("stale", false)]
    [InlineData("from the future", true)]
    [InlineData("no signature", true)]
    [InlineData("no signature", false)]
    [InlineData("no timestamp", true)]
    [InlineData("short signature", true)]
    [InlineData("no hex", true)]
    [InlineData("two signatures", true)]
    [InlineData("huge timestamp", true)]
    [InlineData("negative timestamp", false)]
    [InlineData("leading zero", true)]
    [InlineData("253402300800", true)]
    [InlineData("922337203686", true)]
    [InlineData("999999999999", false)]
    public async Task Answers_401_Before_Parsing_When_The_Signature_Is_Bad(string how, bool wellFormed)
    {
        await using var host = await DiscordHost.StartAsync();
        using var stranger = new LoopbackSigner();
        var now = TimeProvider.System.GetUtcNow();
        var body = wellFormed ? Encoding.UTF8.GetBytes(Payloads.Command("telenovela generate").ToJsonString()) : "{ not json"u8.ToArray();
        var signer = how == "forged" ? stranger : host.Discord.Signer;
        var at = how switch { "stale" => now.AddMinutes(-6), "from the future" => now.AddMinutes(6), _ => now };
        using var request = signer.Request(body, at);
        var (signature, timestamp) = signer.Sign(body, at);
        switch (how)
        {
            case "tampered body":
                body[^2] ^= 1;
                request.Content = new ByteArrayContent(body);
                break;
            case "tampered timestamp":
                Replace(request, SignatureVerifier.TimestampHeader, $"{at.ToUnixTimeSeconds() + 1}");
                break;
            case "no signature":
                request.Headers.Remove(SignatureVerifier.SignatureHeader);
                break;
            case "no timestamp":
                request.Headers.Remove(SignatureVerifier.TimestampHeader);
                break;
            case "short signature":
                Replace(request, SignatureVerifier.SignatureHeader, signature[..126]);
                break;
            case "no hex":
                Replace(request, SignatureVerifier.SignatureHeader, new string('z', 128));
                break;
            case "two signatures":
                request.Headers.Add(SignatureVerifier.SignatureHeader, signature);
                break;
            case "huge timestamp":
                Replace(request, SignatureVerifier.TimestampHeader, new string('9', 30));
                break;
            case "leading zero":
                Replace(request, SignatureVerifier.TimestampHeader, $"0{timestamp}");
                Replace(request, SignatureVerifier.SignatureHeader, signer.Sign(body, $"0{timestamp}"));
                break;
            case [>= '0' and <= '9', ..]:
                Replace(request, SignatureVerifier.TimestampHeader, how);
                Replace(request, SignatureVerifier.SignatureHeader, signer.Sign(body, how));
                break;
            case "negative timestamp":
                Replace(request, SignatureVerifier.TimestampHeader, $"-{timestamp}");
                break;
        }

        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(host.Processor.Accepted);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("can't be read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public async Task Forgives_Five_Minutes_When_Clocks_Differ(int seconds, bool accepted)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        await using var host = await DiscordHost.StartAsync(clock);
        using var request = host.Discord.Signer.Request("""{"type":1}"""u8.ToArray(), clock.GetUtcNow().AddSeconds(seconds));

        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(accepted ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answers_413_When_The_Body_Is_Too_Large(bool chunked)
    {
        await using var host = await DiscordHost.StartAsync();
        using var request = host.Discord.Signer.Request(new byte[InteractionEndpoints.LargestBody + 1], TimeProvider.System.GetUtcNow());
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Reads_The_Body_When_It_Is_As_Large_As_Allowed()
    {
        await using var host = await DiscordHost.StartAsync();
        var json = Payloads.Modal("m", Payloads.Label(Payloads.TextInput("t", "")));
        json["padding"] = new string('x', InteractionEndpoints.LargestBody - json.ToJsonString().Length - ",\"padding\":\"\"".Length);

        var answer = await host.Discord.SendAsync(host.Client, json, Cancellation);

        Assert.Equal(InteractionEndpoints.LargestBody, json.ToJsonString().Length);
        Assert.Equal(5, answer.Type);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{", true)]
    [InlineData("Content-Length: 100\r\n\r\n{", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnone\r\n", false)]
    public async Task Logs_No_Error_When_A_Strangers_Body_Never_Ends(string rest, bool isCut)
    {
        await using var host = await DiscordHost.StartAsync();
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port, Cancellation);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signature = new string('0', 128);
        var headers = $"X-Signature-Ed25519: {signature}\r\nX-Signature-Timestamp: {now}\r\n{rest}";
        await stranger.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /interactions HTTP/1.1\r\nHost: bot\r\n{headers}"), Cancellation);
        if (isCut)
        {
            await Task.Delay(200, Cancellation);
            stranger.Client.Close(0);
        }
        else
        {
            // Kestrel waits five seconds before it finds a body too slow.
            var answer = new byte[64];
            var length = await stranger.GetStream().ReadAsync(answer, Cancellation);
            Assert.StartsWith("HTTP/1.1 401", Encoding.ASCII.GetString(answer, 0, length), StringComparison.Ordinal);
        }

        using var next = await host.Client.PostAsync("/interactions", null, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, next.StatusCode);
        await Task.Delay(200, Cancellation);
        Assert.Equal("", string.Join('\n', host.Logs.Lines.Where(line =>
            (line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Warning", StringComparison.Ordinal))
            && line.Contains("   at ", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("{ not json", "must be well-formed JSON without duplicate members")]
    [InlineData("""{"type":2}""", "data is missing")]
    [InlineData("""{"type":1,"application_id":"42"}""", "application_id is another application's")]
    public async Task Answers_400_With_The_Reason_When_A_Genuine_Body_Is_Wrong(string body, string reason)
    {
        await using var host = await DiscordHost.StartAsync();
        using var request = host.Discord.Signer.Request(Encoding.UTF8.GetBytes(body), TimeProvider.System.GetUtcNow());

        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(reason, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["detail"]);
        Assert.Empty(host.Processor.Accepted);
    }

    [Fact]
    public async Task Answers_400_When_The_Application_Is_Another()
    {
        await using var host = await DiscordHost.StartAsync();
        var json = Payloads.Command("telenovela generate");
        json["application_id"] = "42";

        var answer = await host.Discord.SendAsync(host.Client, json, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(host.Processor.Accepted);
    }

    [Fact]
    public async Task Begins_The_Work_After_The_Deferral_Has_Left()
    {
        await using var host = await DiscordHost.StartAsync();
        host.Processor.Work = (interaction, channel) => channel.EditOriginalAsync(interaction, new MessageReply { Content = "¡Hola!" }, Cancellation);
        bool? hadLeft = null;
        host.Processor.Starting = () => hadLeft = host.LastRequest!.Response.HasStarted;

        var answer = await host.Discord.SendAsync(host.Client, Payloads.Command("telenovela generate"), Cancellation);
        var edit = await host.Discord.WaitForAsync(LoopbackCallKind.Edit, Cancellation);

        Assert.Equal("""{"type":5}""", answer.Json!.ToJsonString());
        Assert.Equal("¡Hola!", (string?)edit.Json!["content"]);
        Assert.True(hadLeft);
        await host.Processor.FinishAsync(Cancellation);
    }

    [Fact]
    public async Task Hides_The_Deferral_When_It_Is_Ephemeral()
    {
        await using var host = await DiscordHost.StartAsync();
        host.Processor.Respond = _ => new DeferredReply(Ephemeral: true);

        var answer = await host.Discord.SendAsync(host.Client, Payloads.Command("telenovela privacy"), Cancellation);

        Assert.Equal("""{"type":5,"data":{"flags":64}}""", answer.Json!.ToJsonString());
    }

    [Fact]
    public async Task Sends_Files_Along_When_The_First_Response_Has_Some()
    {
        await using var host = await DiscordHost.StartAsync();
        host.Processor.Respond = _ => new MessageReply
        {
            Content = "su archivo",
            Ephemeral = true,
            Files = [new FileAttachment("guión.txt", "ACTO I"u8.ToArray(), "text/plain; charset=utf-8", "El guión"), new FileAttachment("b.bin", new byte[] { 0, 255 }, "application/octet-stream", "b")],
        };

        var answer = await host.Discord.SendAsync(host.Client, Payloads.Command("telenovela export"), Cancellation);

        Assert.Equal(64, (int)answer.Json!["data"]!["flags"]!);
        Assert.Equal(["files[0]", "files[1]"], answer.Files.Select(file => file.Part));
        Assert.Equal("ACTO I", Encoding.UTF8.GetString(answer.Files[0].Content));
        Assert.Equal("text/plain; charset=utf-8", answer.Files[0].ContentType);
        Assert.Equal("guión.txt", answer.Files[0].Name);
        Assert.Equal("El guión", (string?)answer.Json["data"]!["attachments"]![0]!["description"]);
    }

    [Fact]
    public async Task Has_No_Endpoint_When_No_Public_Key_Is_Configured()
    {
        await using var host = await DiscordHost.StartAsync(change: settings => settings["Discord:PublicKey"] = "");

        var answer = await host.Discord.SendAsync(host.Client, Payloads.Ping(), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    private static void Replace(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    }
}
