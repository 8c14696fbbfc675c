using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord;
using Telenovela.Discord.Rest;
using Telenovela.Discord.Wire;
using Telenovela.Tests.Loopback;

namespace Telenovela.Tests.Discord.Rest;

/// <summary>The REST client as the bot gets it, with a loopback Discord and a clock on which nobody waits.</summary>
internal sealed class RestFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RestFixture(ServiceProvider services, LoopbackDiscord discord, TimeProvider clock) =>
        (_services, Discord, Clock, Client) = (services, discord, clock, services.GetRequiredService<DiscordRestClient>());

    public LoopbackDiscord Discord { get; }

    public TimeProvider Clock { get; }

    public DiscordRestClient Client { get; }

    public CapturedLogs Logs { get; private init; } = new();

    public static async Task<RestFixture> StartAsync(TimeProvider? time = null, string? token = null)
    {
        var clock = time ?? new HurryingClock();
        var discord = await LoopbackDiscord.StartAsync(clock);
        var logs = new CapturedLogs();
        var settings = discord.Settings;
        settings["Discord:Token"] = token ?? settings["Discord:Token"];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
            .AddSingleton(clock)
            .AddDiscord(configuration)
            .BuildServiceProvider();
        return new RestFixture(services, discord, clock) { Logs = logs };
    }

    /// <summary>An interaction whose token the loopback knows; nothing was answered to it yet.</summary>
    public Interaction Fresh(JsonObject? json = null)
    {
        json ??= Payloads.Command("telenovela generate");
        Discord.Open(json);
        return InteractionParser.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())).Interaction!;
    }

    /// <summary>An interaction that was deferred.</summary>
    public async Task<Interaction> DeferredAsync(CancellationToken cancellationToken)
    {
        var interaction = Fresh();
        await Client.PostCallbackAsync(interaction, new DeferredReply(Ephemeral: false), cancellationToken);
        return interaction;
    }

    /// <summary>Seconds between the first two calls of that kind, by the clock.</summary>
    public double Gap(LoopbackCallKind kind)
    {
        var calls = Discord.Calls.Where(call => call.Kind == kind).Take(2).ToList();
        return (calls[1].At - calls[0].At).TotalSeconds;
    }

    /// <summary>The status of each call of that kind.</summary>
    public string Statuses(LoopbackCallKind kind) =>
        string.Join(' ', Discord.Calls.Where(call => call.Kind == kind).Select(call => call.Status.ToString(CultureInfo.InvariantCulture)));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Discord.DisposeAsync();
    }
}
