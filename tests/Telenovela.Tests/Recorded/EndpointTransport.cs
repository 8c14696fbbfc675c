using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Telenovela.Discord.Endpoint;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Recorded;

/// <summary>Sends the recorded interactions through the HTTP endpoint, from a loopback Discord that judges every answer.</summary>
internal static class EndpointTransport
{
    public static async Task<Dictionary<string, Transcript>> TranscribeAsync(CancellationToken cancellationToken)
    {
        await using var discord = await LoopbackDiscord.StartAsync();
        await using var app = Build(discord);
        await app.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var transcripts = new Dictionary<string, Transcript>();
        foreach (var (name, interaction) in RecordedInteractions.All)
        {
            var answer = await discord.SendAsync(client, interaction, cancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            transcripts[name] = new Transcript(
                Transcript.Normalise(answer.Json), Transcript.IsDeferral(answer.Json) ? await LaterAsync(discord, interaction, cancellationToken) : []);
        }

        return transcripts;
    }

    private static WebApplication Build(LoopbackDiscord discord)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(RecordedBot.Settings(new Uri(discord.ApiBaseUrl), discord.Signer.PublicKey));
        builder.Services.AddRecordedBot(builder.Configuration);
        var app = builder.Build();
        app.MapInteractions();
        return app;
    }

    /// <summary>
    /// The calls that follow a deferral: one edit, or a private follow-up with a deletion behind it; the follow-up alone where the
    /// original is the message that carries the component.
    /// </summary>
    private static async Task<IReadOnlyList<string>> LaterAsync(LoopbackDiscord discord, JsonObject interaction, CancellationToken cancellationToken)
    {
        var token = (string)interaction["token"]!;
        var first = await CallAsync(call =>
            call.Kind == LoopbackCallKind.FollowUp || (call.Kind == LoopbackCallKind.Edit && !Transcript.IsPlaceholder(call.Json)));
        if (first.Kind == LoopbackCallKind.Edit)
        {
            return [$"PATCH {Transcript.Normalise(first.Json)}"];
        }

        string[] told = [$"POST {Transcript.Normalise(first.Json)}"];
        if (!discord.Calls.Any(call => call.Kind == LoopbackCallKind.Edit && call.Path.Contains($"/{token}", StringComparison.Ordinal)))
        {
            return told;
        }

        await CallAsync(call => call.Kind == LoopbackCallKind.Delete);
        return [.. told, "DELETE "];

        Task<LoopbackCall> CallAsync(Func<LoopbackCall, bool> fits) =>
            discord.WaitForAsync(call => call.Path.Contains($"/{token}", StringComparison.Ordinal) && fits(call), cancellationToken);
    }
}
