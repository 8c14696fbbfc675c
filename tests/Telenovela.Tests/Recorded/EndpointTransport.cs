using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;
using Telenovela.Discord.Endpoint;

namespace Telenovela.Tests.Recorded;

/// <summary>Sends the recorded interactions through the HTTP endpoint, signed as Discord signs them.</summary>
internal static class EndpointTransport
{
    public static async Task<Dictionary<string, Transcript>> TranscribeAsync(CancellationToken cancellationToken)
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        await using var rest = await RestRecorder.StartAsync();
        await using var app = Build(rest.ApiBaseUrl, key);
        await app.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var transcripts = new Dictionary<string, Transcript>();
        foreach (var (name, interaction) in RecordedInteractions.All)
        {
            using var response = await client.SendAsync(Sign(interaction, key), cancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var first = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            transcripts[name] = new Transcript(
                Transcript.Normalise(first), Transcript.IsDeferral(first) ? await rest.LaterAsync(cancellationToken) : []);
        }

        return transcripts;
    }

    private static WebApplication Build(Uri apiBaseUrl, Key key)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            RecordedBot.Settings(apiBaseUrl, Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey))));
        builder.Services.AddRecordedBot(builder.Configuration);
        var app = builder.Build();
        app.MapInteractions();
        return app;
    }

    private static HttpRequestMessage Sign(JsonObject interaction, Key key)
    {
        var body = Encoding.UTF8.GetBytes(interaction.ToJsonString());
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.ASCII.GetBytes(timestamp), .. body]);
        return new HttpRequestMessage(HttpMethod.Post, "/interactions")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers = { { "X-Signature-Timestamp", timestamp }, { "X-Signature-Ed25519", Convert.ToHexStringLower(signature) } },
        };
    }
}
