using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Storage;
using Telenovela.Story.Writing;

namespace Telenovela.Tests.Bot;

/// <summary>The real processor, queue and handlers around a fake writer and a fake way back.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private ulong _lastId = 1_000;
    private string? _folder;

    private BotUnderTest(ServiceProvider services, FakeScriptWriter writer, FakeTimeProvider clock) =>
        (_services, Writer, Clock) = (services, writer, clock);

    public FakeScriptWriter Writer { get; }

    public FakeReplyChannel Channel { get; } = new();

    public FakeTimeProvider Clock { get; }

    public IInteractionProcessor Processor => _services.GetRequiredService<IInteractionProcessor>();

    public FakeRetraining Retraining => (FakeRetraining)_services.GetRequiredService<IRetraining>();

    public FakeModelsInUse Models => (FakeModelsInUse)_services.GetRequiredService<IModelsInUse>();

    public IReadOnlyCollection<(ulong Channel, MessageReply Message)> Posted => ((FakeChannelPoster)_services.GetRequiredService<IChannelPoster>()).Posted;

    public WorkQueue Queue => _services.GetRequiredService<WorkQueue>();

    /// <summary>With the store, which most tests don't need: a real SQLite file in a folder of its own, and no corpus to compare with.</summary>
    public static async Task<BotUnderTest> StartWithStoreAsync(Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("telenovela-bot-").FullName;
        var values = new Dictionary<string, string?>
        {
            ["Interactions:CooldownSeconds"] = "0",
            ["Storage:Directory"] = folder,
            ["Storage:BallastMegabytes"] = "0",
            ["Contributions:CorpusDirectory"] = folder,
            ["Contributions:CooldownSeconds"] = "0",
        };
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        var bot = await StartAsync(
            values,
            services =>
            {
                services.AddStorage();
                services.AddSingleton<IAttachmentSource, FakeAttachmentSource>();
                services.AddSingleton<IChannelPoster, FakeChannelPoster>();
                configure?.Invoke(services);
            });
        bot._folder = folder;
        return bot;
    }

    public static Task<BotUnderTest> StartAsync(Dictionary<string, string?>? settings = null, params IInteractionHandler[] handlers) => StartAsync(
        settings ?? new Dictionary<string, string?> { ["Interactions:CooldownSeconds"] = "0" },
        services =>
        {
            services.AddStorageTools();
            services.AddSingleton<IAttachmentSource, FakeAttachmentSource>();
            services.AddSingleton<IChannelPoster, FakeChannelPoster>();
            foreach (var handler in handlers)
            {
                services.AddSingleton(handler);
            }
        });

    private static async Task<BotUnderTest> StartAsync(Dictionary<string, string?> settings, Action<IServiceCollection> configure)
    {
        var writer = new FakeScriptWriter();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IScriptWriter>(writer);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(NullLogger<>)));
        services.AddBot();
        services.AddSingleton<IRetraining, FakeRetraining>();
        services.AddSingleton<IModelsInUse, FakeModelsInUse>();
        configure(services);

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

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Sends it and waits for the message that people see in the end.</summary>
    public async Task<MessageReply> AnswerAsync(Interaction interaction) =>
        await SendAsync(interaction) is MessageReply immediate ? immediate : (await Channel.NextAsync()).Message;

    public Interaction Submit(string customId, params (string Field, string Value)[] fields) => New(InteractionType.ModalSubmit) with
    {
        Modal = new ModalData(customId, fields.ToDictionary(field => field.Field, field => (IReadOnlyList<string>)[field.Value])),
    };

    /// <summary>The message as Discord would send it back with a component's interaction.</summary>
    public static CarryingMessage Carrying(MessageReply message) =>
        new(900, message.Content, [.. message.Embeds.Select(embed => embed.Description ?? "")]);

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
        GuildId = 66,
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
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
