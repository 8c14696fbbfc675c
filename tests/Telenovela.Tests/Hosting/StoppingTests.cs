using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Telenovela.Hosting;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Hosting;

public sealed class StoppingTests
{
    /// <summary>What `docker stop` allows.</summary>
    private static readonly TimeSpan Killed = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("The store is ready", 0)]
    [InlineData("The store is ready", 400)]
    [InlineData("telenovelas can be written", 0)]
    [InlineData("Now listening", 0)]
    [InlineData("Retraining by the schedule", 0)]
    public async Task Ends_Well_When_It_Is_Stopped_While_It_Starts(string words, int milliseconds)
    {
        await using var bot = RunningBot.Launch();
        await bot.UntilAsync(words);
        await Task.Delay(milliseconds, Cancellation);
        var clock = Stopwatch.StartNew();

        Assert.Equal(0, await bot.StopAsync());

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Killed);
        Assert.DoesNotContain("fail:", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_Everybody_When_It_Is_Stopped_With_A_Full_Queue()
    {
        await using var discord = await LoopbackDiscord.StartAsync();
        await using var bot = await StartAsync(discord);
        var promised = await AskAsync(bot, discord, 60);
        var clock = Stopwatch.StartNew();

        Assert.Equal(0, await bot.StopAsync());

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Killed);
        var told = discord.Calls.Where(call => call.Kind is LoopbackCallKind.Edit or LoopbackCallKind.FollowUp
            && call.Status == 200 && (string?)call.Json!["content"] != "…");
        Assert.Equal(promised.Order(), told.Select(call => call.Path.Split('/')[2]).Order());
    }

    [Fact]
    public async Task Says_So_When_It_Ends_Without_Having_Told_Everybody()
    {
        await using var discord = await LoopbackDiscord.StartAsync();
        var never = new TaskCompletionSource();
        discord.Script(LoopbackCallKind.Edit, [.. Enumerable.Repeat(LoopbackFault.Slow(never.Task), 100)]);
        await using var bot = await StartAsync(discord);
        var promised = await AskAsync(bot, discord, 5);
        var clock = Stopwatch.StartNew();

        Assert.Equal(3, await bot.StopAsync());

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Killed);
        Assert.Contains($"{promised.Count} promised replies could not be delivered", bot.Log, StringComparison.Ordinal);
        never.SetResult();
    }

    [Fact]
    public async Task Loads_What_Lines_Are_Compared_With_When_It_Has_Started()
    {
        await using var bot = await RunningBot.StartAsync();

        await bot.UntilAsync("Contributions are compared with");
    }

    [Fact]
    public async Task Is_Ready_When_Everything_Has_Started_And_Not_When_It_Stops()
    {
        using var lifetime = new FakeLifetime();
        var check = new StartedHealthCheck(lifetime);
        Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status);

        await lifetime.Started.CancelAsync();
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status);

        await lifetime.Stopping.CancelAsync();
        Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status);
    }

    private static Task<RunningBot> StartAsync(LoopbackDiscord discord) => RunningBot.StartAsync(
    [
        .. discord.Settings.Where(setting => setting.Key != "Discord:Token")
            .SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! }),
    ]);

    /// <summary>Has so many people ask for long texts; the tokens of those who were promised one.</summary>
    private static async Task<List<string>> AskAsync(RunningBot bot, LoopbackDiscord discord, int people)
    {
        var promised = new List<string>();
        for (var person = 1; person <= people; person++)
        {
            var json = Payloads.Command("telenovela generate", Payloads.Option(4, "length", 1500));
            var id = (6_000_000_000 + person).ToString(CultureInfo.InvariantCulture);
            json["guild_id"] = id;
            json["member"]!["user"]!["id"] = id;
            var answer = await discord.SendAsync(bot.Client, json, Cancellation);
            Assert.Equal(5, answer.Type);
            promised.Add((string)json["token"]!);
        }

        return promised;
    }

    private sealed class FakeLifetime : IHostApplicationLifetime, IDisposable
    {
        public CancellationTokenSource Started { get; } = new();

        public CancellationTokenSource Stopping { get; } = new();

        public CancellationToken ApplicationStarted => Started.Token;

        public CancellationToken ApplicationStopping => Stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }

        public void Dispose()
        {
            Started.Dispose();
            Stopping.Dispose();
        }
    }
}
