using Telenovela.Tests.Recorded;

namespace Telenovela.Tests.Gateway;

public sealed class DiscordGatewayTests
{
    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(90)).Token;

    [Fact]
    public async Task Gives_The_Same_Replies_As_The_Endpoint_When_The_Same_Interactions_Come()
    {
        var patience = Patience;
        var expected = await EndpointTransport.TranscribeAsync(patience);
        await using var gateway = await LoopbackGateway.StartAsync();
        using var bot = GatewayTransport.Build(gateway);
        await bot.StartAsync(patience);
        await gateway.WaitForIdentifyAsync(patience);

        foreach (var (name, interaction) in RecordedInteractions.All)
        {
            var transcript = await GatewayTransport.SendAsync(gateway, interaction, patience);
            Assert.True(expected[name].First == transcript.First, $"{name}: {transcript.First}");
            Assert.Equal(expected[name].Later, transcript.Later);
        }

        await bot.StopAsync(patience);
    }

    [Fact]
    public async Task Asks_For_No_Intents_When_It_Identifies()
    {
        var patience = Patience;
        await using var gateway = await LoopbackGateway.StartAsync();
        using var bot = GatewayTransport.Build(gateway);
        await bot.StartAsync(patience);
        await gateway.WaitForIdentifyAsync(patience);

        Assert.Equal(0, gateway.Identification!["intents"]!.GetValue<int>());
        Assert.Equal("bot-token", gateway.Identification["token"]!.GetValue<string>());
        await bot.StopAsync(patience);
    }

    [Fact]
    public async Task Keeps_Beating_And_Resumes_When_The_Connection_Is_Lost()
    {
        var patience = Patience;
        await using var gateway = await LoopbackGateway.StartAsync();
        using var bot = GatewayTransport.Build(gateway);
        await bot.StartAsync(patience);
        await gateway.WaitForIdentifyAsync(patience);
        await gateway.WaitForHeartbeatAsync(patience);
        await gateway.WaitForHeartbeatAsync(patience);

        gateway.Drop();
        await gateway.WaitForResumeAsync(patience);
        Assert.DoesNotContain("compress", gateway.Query, StringComparison.Ordinal);

        var (_, interaction) = RecordedInteractions.All[0];
        var transcript = await GatewayTransport.SendAsync(gateway, interaction, patience);
        Assert.Contains("MARISOL", Assert.Single(transcript.Later), StringComparison.Ordinal);
        await bot.StopAsync(patience);
    }
}
