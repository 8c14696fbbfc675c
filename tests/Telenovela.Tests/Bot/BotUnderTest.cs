using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Story.Writing;

namespace Telenovela.Tests.Bot;

/// <summary>The real processor, queue and handlers around a fake writer and a fake way back.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private ulong _lastId = 1_000;

    private BotUnderTest(ServiceProvider services, FakeScriptWriter writer, FakeTimeProvider clock) =>
        (_services, Writer, Clock) = (services, writer, clock);

    public FakeScriptWriter Writer { get; }

    public FakeReplyChannel Channel { get; } = new();

    public FakeTimeProvider Clock { get; }

    public IInteractionProcessor Processor => _services.GetRequiredService<IInteractionProcessor>();

    public WorkQueue Queue => _services.GetRequiredService<WorkQueue>();

    public static async Task<BotUnderTest> StartAsync(Dictionary<string, string?>? settings = null, params IInteractionHandler[] handlers)
    {
        var writer = new FakeScriptWriter();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?> { ["Interactions:CooldownSeconds"] = "0" }).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IScriptWriter>(writer);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(NullLogger<>)));
        services.AddBot();
        foreach (var handler in handlers)
        {
            services.AddSingleton(handler);
        }

        var bot = new BotUnderTest(services.BuildServiceProvider(), writer, clock);
        foreach (var hosted in bot._services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
        }

        return bot;
    }

    public Interaction Command(string path, params CommandOptionValue[] options) => New(InteractionType.Command) with
    {
        Command = new CommandData(7, path, options),
    };

    public Interaction Press(string customId, CarryingMessage message) => New(InteractionType.Component) with
    {
        Component = new ComponentData(customId, [], message),
    };

    public Interaction New(InteractionType type) => new()
    {
        Id = ++_lastId,
        ApplicationId = 42,
        Type = type,
        Token = "secret-token",
        User = new InteractionUser(9, "Ana"),
    };

    /// <summary>Sends it and lets the promised work begin, as a transport does.</summary>
    public async Task<Telenovela.Bot.Interactions.Replies.Reply> SendAsync(Interaction interaction)
    {
        var accepted = await Processor.AcceptAsync(interaction, Channel, CancellationToken.None);
        accepted.Start();
        return accepted.Response;
    }

    public async Task StopAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
