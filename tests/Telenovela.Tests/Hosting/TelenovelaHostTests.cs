using System.Net;
using System.Net.Sockets;
using Telenovela.Tests.Cli;

namespace Telenovela.Tests.Hosting;

public sealed class TelenovelaHostTests
{
    private const string PublicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    [Fact]
    public async Task Prints_The_Pages_Address_And_Is_Healthy_When_Nothing_Is_Configured()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Contains("Transport: playground", bot.Log, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await bot.Client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("<title>", await bot.Client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.False((await bot.Client.PostAsync("/interactions", null, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Is_Ready_When_There_Is_A_Model_And_Not_When_There_Is_None()
    {
        await using var ready = await RunningBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await ready.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);

        var empty = Directory.CreateTempSubdirectory("telenovela-test-");
        await using var bare = await RunningBot.StartAsync("--Models:Directory", empty.FullName);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bare.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bare.Client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
        empty.Delete();
    }

    [Fact]
    public async Task Serves_The_Endpoint_When_A_Public_Key_Is_Configured()
    {
        await using var bot = await RunningBot.StartAsync("--Discord:PublicKey", PublicKey, "--Discord:ApplicationId", "42");

        Assert.Contains("Transport: HTTP", bot.Log, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Client.PostAsync("/interactions", new StringContent("{}"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Stops_With_0_When_Asked_To()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task Names_The_Key_When_The_Configuration_Is_Wrong()
    {
        await using var bot = await RunningBot.StartAsync("--Discord:PublicKey", "abc", "--Discord:ApplicationId", "42");

        Assert.Equal(1, await bot.ExitAsync());
        Assert.Contains("Discord:PublicKey must be 64 hexadecimal digits", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_Both_Ways_Out_When_There_Is_A_Token_But_No_Gateway()
    {
        Assert.SkipWhen(Telenovela.Hosting.TransportChoice.HasGateway, "This build has a gateway.");
        await using var bot = await RunningBot.StartAsync("--Discord:Token", "very-secret", "--Discord:ApplicationId", "42");

        Assert.Equal(1, await bot.ExitAsync());
        Assert.Contains("-p:DiscordNet=true", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_So_And_Makes_Nothing_When_Another_Program_Listens_There()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var data = Path.Combine(Path.GetTempPath(), $"telenovela-test-{Guid.NewGuid():N}");

        var (code, output, error) = await TelenovelaProcess.RunAsync("--urls", url, "--Storage:Directory", data);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"The bot can't listen at {url}: another program listens there", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Says_That_It_Is_Ready_When_Health_Asks_By_Either_Name()
    {
        await using var bot = await RunningBot.StartAsync();
        foreach (var name in new[] { "--urls", "--url" })
        {
            var (code, output, error) = await TelenovelaProcess.RunAsync("health", name, bot.Client.BaseAddress!.ToString());
            Assert.True(code == 0, error);
            Assert.Contains("Healthy", output, StringComparison.Ordinal);
        }
    }
}
