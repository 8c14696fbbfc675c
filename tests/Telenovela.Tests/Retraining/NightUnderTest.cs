using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Retraining.Training;
using Telenovela.Bot.Storage;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Storage;

namespace Telenovela.Tests.Retraining;

/// <summary>The real retraining over a real database and real small models; only training and measuring run in this process.</summary>
internal sealed class NightUnderTest : IAsyncDisposable
{
    /// <summary>The small model knows its telenovela as well as one can; whatever else it learns makes it worse there.</summary>
    private const double Tolerance = 0.15;

    private readonly bool _ownsFolder;
    private int _approved;

    private NightUnderTest(StoreUnderTest store, FakeTraining training, FakeMeasuring measuring, bool ownsFolder) =>
        (Store, Training, Measuring, _ownsFolder) = (store, training, measuring, ownsFolder);

    public StoreUnderTest Store { get; }

    public FakeTraining Training { get; }

    public FakeMeasuring Measuring { get; }

    public FakeNews News => (FakeNews)Store.Get<INightNews>();

    public RetrainingRuns Runs => Store.Get<RetrainingRuns>();

    public TrainingRunStore History => Store.Get<TrainingRunStore>();

    public GenerationStore Generations => Store.Get<GenerationStore>();

    public LiveModels Live => Store.Get<LiveModels>();

    public RetrainingPaths Paths => Store.Get<RetrainingPaths>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<NightUnderTest> OpenAsync(string? folder = null, params (string Key, object Value)[] settings) => OpenAsync(TinyShow.Models, folder, settings);

    /// <summary>With other models shipped.</summary>
    public static async Task<NightUnderTest> OpenAsync(ShippedModels shipped) => await OpenAsync(shipped.Path, null, []);

    private static async Task<NightUnderTest> OpenAsync(string shipped, string? folder, (string Key, object Value)[] settings)
    {
        var (training, measuring) = (new FakeTraining(), new FakeMeasuring());
        var path = folder ?? Directory.CreateTempSubdirectory("telenovela-night-").FullName;
        var store = StoreUnderTest.PrepareWith(
            path,
            services =>
            {
                services.AddRetraining();
                services.Replace(ServiceDescriptor.Singleton<ITrainingProcess>(training));
                services.Replace(ServiceDescriptor.Singleton<IMeasuringProcess>(measuring));
                services.AddSingleton<INightNews, FakeNews>();
                services.AddSingleton(provider => new GenerationStore(provider.GetRequiredService<RetrainingPaths>().Models, shipped, provider.GetRequiredService<TimeProvider>()));
                services.AddSingleton<LiveModels>();
            },
            [("Contributions:CorpusDirectory", TinyShow.Corpus), ("Retraining:RehearsalCharacters", 8000), ("Retraining:Tolerance", Tolerance), .. settings]);
        await store.Get<StoreOpening>().OpenAsync(Stop);
        return new NightUnderTest(store, training, measuring, folder is null);
    }

    /// <summary>
    /// Has lines given and approved; every call's lines are others. Without a held-out one among them, unless wished for: every tenth approval is a line in a
    /// language that no model speaks, so that the comparison of a line or two, which is chance, decides nothing.
    /// </summary>
    public async Task<IReadOnlyList<long>> GiveAsync(int count, ulong user = StoreUnderTest.Ana, string? text = null, bool heldOut = false)
    {
        var random = new Random(1000 + _approved);
        var ids = await Store.GiveAsync(user, [.. Enumerable.Range(0, count).Select(at => StoreUnderTest.Line(text ?? $"{TinyShow.Line(random)} {_approved + at}", TinyShow.Id, "es", "ANA"))]);
        foreach (var id in ids)
        {
            if (!heldOut && (_approved + 1) % ReviewQueue.HeldOutEvery == 0)
            {
                await ApproveAsync((await Store.GiveAsync(StoreUnderTest.Ana, StoreUnderTest.Line($"Nobody reads this {_approved}.", "high_tide")))[0]);
            }

            await ApproveAsync(id);
        }

        return ids;
    }

    public async Task<RunSummary> RunAsync(RunTrigger trigger = RunTrigger.Nightly) =>
        await Runs.RunAsync(new RunRequest(trigger), CancellationToken.None, Stop) ?? throw new InvalidOperationException("No run.");

    public async Task<IReadOnlyList<string>> KeysAsync() => [.. (await Store.Get<TrainingLines>().ToTrainOnAsync(Stop)).Select(line => line.LearningKey)];

    private async Task ApproveAsync(long id)
    {
        await Store.ApproveAsync(id);
        _approved++;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Store.Folder, recursive: true);
        }
    }
}
