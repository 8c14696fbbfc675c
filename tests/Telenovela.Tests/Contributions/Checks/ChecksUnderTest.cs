using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Contributions.Checks;
using Telenovela.Bot.Contributions.Checks.Reading;
using Telenovela.Bot.Contributions.Checks.Duplicates;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Storage;

namespace Telenovela.Tests.Contributions.Checks;

/// <summary>The checks as the bot has them, on a real store and a small corpus of their own.</summary>
internal sealed class ChecksUnderTest : IAsyncDisposable
{
    public const ulong Guild = 700;
    public const ulong Ana = 9;

    private static ulong _lastInteraction = 5_000_000;

    private readonly ServiceProvider _services;
    private readonly string _folder;

    private ChecksUnderTest(ServiceProvider services, string folder, FakeTimeProvider clock) => (_services, _folder, Clock) = (services, folder, clock);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string RepositoryCorpus { get; } = Path.Combine(
        typeof(ChecksUnderTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "corpus");

    public FakeTimeProvider Clock { get; }

    public ContributionChecks Checks => Get<ContributionChecks>();

    public IStringLocalizer<BotText> Text => Get<IStringLocalizer<BotText>>();

    /// <summary>Opens it.</summary>
    /// <param name="corpus">A corpus; null for a small one with the lines of <see cref="CorpusLine"/>.</param>
    /// <param name="settings">Settings of the checks.</param>
    public static async Task<ChecksUnderTest> OpenAsync(string? corpus = null, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("telenovela-checks-").FullName;
        var values = new Dictionary<string, string?>
        {
            ["Storage:Directory"] = Path.Combine(folder, "data"),
            ["Storage:BallastMegabytes"] = "0",
            ["Contributions:CorpusDirectory"] = corpus ?? SmallCorpus(folder),
        };
        foreach (var (key, value) in settings)
        {
            values[$"Contributions:{key}"] = value;
        }

        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddLocalization();
        services.AddStorageTools();
        services.AddContributionChecks();
        var checks = new ChecksUnderTest(services.BuildServiceProvider(), folder, clock);
        await checks.Get<StoreOpening>().OpenAsync(Stop);
        await checks.Get<ConsentRegister>().GiveAsync(Ana, 1, Stop);
        return checks;
    }

    public const string CorpusLine = "I buried your letters under the lighthouse, and the tide has brought back every one of them.";

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public T Rule<T>()
        where T : IContributionRule => _services.GetServices<IContributionRule>().OfType<T>().Single();

    public static ContributionDraft Draft(string language = "en", string telenovela = "High Tide") =>
        new(Guild, Ana, telenovela, language, null);

    public Task<CheckedContribution> CheckAsync(string text, string? character = "VERA", string language = "en", string telenovela = "High Tide") =>
        CheckAsync(Draft(language, telenovela), text, character);

    public Task<CheckedContribution> CheckAsync(ContributionDraft draft, string text, string? character = "VERA") =>
        Checks.CheckAsync(draft, DraftReader.Read(text, character), Stop);

    /// <summary>The codes of what refuses, and of what is a hint with a question mark behind it.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(string text, string? character = "VERA", string language = "en")
    {
        var result = await CheckAsync(text, character, language);
        return [.. result.Problems.Select(issue => issue.Code), .. result.Hints.Select(issue => issue.Code + "?")];
    }

    /// <summary>Gives lines without asking the checks.</summary>
    public Task<IReadOnlyList<long>> GiveAsync(params string[] texts) =>
        SubmitAsync([.. texts.Select(text => new NewLine("high_tide", "High Tide", "en", "VERA", text, null, Fingerprinter.Of(text), []))]);

    public async Task<IReadOnlyList<long>> SubmitAsync(IReadOnlyList<NewLine> lines)
    {
        var result = await Get<ContributionStore>().SubmitAsync(new Submission(Interlocked.Increment(ref _lastInteraction), Guild, Ana, 1, lines), Stop);
        Assert.Equal(SubmissionOutcome.Accepted, result.Outcome);
        return result.Ids;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string SmallCorpus(string folder)
    {
        var telenovela = Directory.CreateDirectory(Path.Combine(folder, "corpus", "english", "high_tide")).FullName;
        File.WriteAllText(Path.Combine(telenovela, "s01e01.fountain"), $"Title: High Tide\n\nINT. LIGHTHOUSE - NIGHT\n\nVERA\n(softly)\n{CorpusLine}\n\nTOMAS\nWhat do you want from me?\n\nVERA\nNo!\n");
        return Path.Combine(folder, "corpus");
    }
}
