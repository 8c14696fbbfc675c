using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Health;

namespace Telenovela.Tests.Storage;

/// <summary>The real store on a real SQLite file in a folder of its own. Two on one folder behave as two processes.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    public const ulong Guild = 700;
    public const ulong Ana = 9;
    public const ulong Luis = 10;
    public const int Terms = 1;

    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;
    private static ulong _lastInteraction = 1_000_000;

    private StoreUnderTest(ServiceProvider services, string folder, bool ownsFolder, FakeTimeProvider clock) =>
        (_services, Folder, _ownsFolder, Clock, Paths) = (services, folder, ownsFolder, clock, services.GetRequiredService<StoragePaths>());

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    public StoreHealth Health => Get<StoreHealth>();

    public StoragePaths Paths { get; }

    public ContributionStore Contributions => Get<ContributionStore>();

    public ReviewQueue Review => Get<ReviewQueue>();

    public PersonalData Personal => Get<PersonalData>();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static StoreUnderTest Prepare(string? folder = null, params (string Key, object Value)[] settings) => PrepareWith(folder, null, settings);

    /// <summary>With further services; a setting whose key names no section is one of the storage's.</summary>
    public static StoreUnderTest PrepareWith(string? folder, Action<IServiceCollection>? configure, params (string Key, object Value)[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var path = folder ?? Directory.CreateTempSubdirectory("telenovela-test-").FullName;
        var values = new Dictionary<string, string?>
        {
            ["Storage:Directory"] = path,
            ["Storage:BallastMegabytes"] = "1",
        };
        foreach (var (key, value) in settings)
        {
            values[key.Contains(':', StringComparison.Ordinal) ? key : $"Storage:{key}"] = Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddStorage();
        configure?.Invoke(services);
        return new StoreUnderTest(services.BuildServiceProvider(), path, folder is null, clock);
    }

    public static async Task<StoreUnderTest> OpenAsync(string? folder = null, params (string Key, object Value)[] settings)
    {
        var store = Prepare(folder, settings);
        await store.Get<StoreOpening>().OpenAsync(Stop);
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<T> QueryAsync<T>(Func<TelenovelaDbContext, Task<T>> query) => Get<Store>().ReadAsync((context, _) => query(context), Stop);

    public Task ConsentAsync(ulong user) => Get<ConsentRegister>().GiveAsync(user, Terms, Stop);

    public static NewLine Line(string text, string telenovela = "high_tide", string language = "en", string? character = "VERA", string? arc = null) =>
        new(telenovela, telenovela, language, character, text, arc, Fingerprint(text), []);

    public static ContributionFingerprint Fingerprint(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new ContributionFingerprint(Convert.ToHexStringLower(hash), [.. Enumerable.Range(0, 4).Select(band => BitConverter.ToInt64(hash, band * 8))]);
    }

    public static Submission Submission(ulong user, params NewLine[] lines) =>
        new(Interlocked.Increment(ref _lastInteraction), Guild, user, Terms, lines);

    /// <summary>Gives lines, with consent.</summary>
    public async Task<IReadOnlyList<long>> GiveAsync(ulong user, params NewLine[] lines)
    {
        if (!(await Get<ConsentRegister>().OfAsync(user, Stop)).Covers(Terms))
        {
            await ConsentAsync(user);
        }

        var result = await Contributions.SubmitAsync(Submission(user, lines), Stop);
        Assert.Equal(SubmissionOutcome.Accepted, result.Outcome);
        return result.Ids;
    }

    public Task<DecisionResult> ApproveAsync(long id, ulong moderator = 500) =>
        Review.DecideAsync(new Decision(id, Guild, moderator, Telenovela.Bot.Storage.Rows.ModerationKind.Approved), Stop);

    /// <summary>Every byte of the database and its log.</summary>
    public byte[] Bytes() => [.. new[] { Paths.Database, Paths.WriteAheadLog }.Where(File.Exists).SelectMany(ReadShared)];

    public bool Holds(string text) => Bytes().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>Lets go of the files, as the end of a process does.</summary>
    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
