using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telenovela.Gateway;
using Telenovela.Tests.Recorded;

namespace Telenovela.Tests.Gateway;

/// <summary>The bot connected to a gateway on this machine through the real Discord.Net.</summary>
internal static class GatewayTransport
{
    public static IHost Build(LoopbackGateway gateway)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(RecordedBot.Settings(gateway.ApiBaseUrl));
        builder.Configuration.AddInMemoryCollection([new("Discord:GatewayUrl", gateway.GatewayUrl.AbsoluteUri)]);
        builder.Services.AddRecordedBot(builder.Configuration).AddGateway();
        return builder.Build();
    }

    /// <summary>Sends one interaction as an event, and takes down what the bot does.</summary>
    public static async Task<Transcript> SendAsync(LoopbackGateway gateway, JsonObject interaction, CancellationToken cancellationToken)
    {
        await gateway.DispatchAsync("INTERACTION_CREATE", interaction.DeepClone());
        var callback = await gateway.Rest.NextAsync(cancellationToken);
        Assert.Equal($"/api/v10/interactions/{interaction["id"]}/{interaction["token"]}/callback", callback.Path);
        return new Transcript(
            Transcript.Normalise(callback.Body), Transcript.IsDeferral(callback.Body) ? await gateway.Rest.LaterAsync(cancellationToken) : []);
    }
}
