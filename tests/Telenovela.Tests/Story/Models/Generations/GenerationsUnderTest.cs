using Microsoft.Extensions.Time.Testing;
using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Writing;
using Telenovela.Tests.Engine;

namespace Telenovela.Tests.Story.Models.Generations;

/// <summary>A real folder of generations of tiny models. Variant 0 is the shipped one; each writes other texts.</summary>
internal sealed class GenerationsUnderTest : IDisposable
{
    public const string Model = "tiny";

    private readonly string _root = Directory.CreateTempSubdirectory("telenovela-test-").FullName;
    private readonly Dictionary<int, ModelShelf> _expected = [];

    public GenerationsUnderTest()
    {
        CheckpointFolder.Save(Variant(0), Path.Combine(Shipped, Model));
        Store = Again();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 3, 0, 12, TimeSpan.Zero));

    public GenerationStore Store { get; }

    public string Shipped => Path.Combine(_root, "shipped");

    public string Folder => Path.Combine(_root, "models");

    public string Current => Path.Combine(Folder, "CURRENT");

    /// <summary>What lies in the folder, in order.</summary>
    public IReadOnlyList<string> Entries => [.. Directory.EnumerateFileSystemEntries(Folder).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, string> ProbeTexts { get; } = new Dictionary<string, string> { [Model] = SmallModel.Text[..60] };

    public static IReadOnlyDictionary<string, ModelLineage> Learned { get; } = new Dictionary<string, ModelLineage> { [Model] = new(["a", "b"], 2, "c0ffee", null) };

    /// <summary>The tiny model with other letters liked.</summary>
    public static Checkpoint Variant(int seed)
    {
        var random = new Random(seed);
        var weights = SmallModel.Trained.Weights.ToDictionary(tensor => tensor.Key, tensor => (float[])tensor.Value.Clone());
        weights["linear.bias"] = [.. weights["linear.bias"].Select(weight => seed == 0 ? weight : weight + (3 * random.NextSingle()))];
        return SmallModel.Checkpoint with { Weights = weights };
    }

    /// <summary>As another process sees the folder.</summary>
    public GenerationStore Again() => new(Folder, Shipped, Clock);

    public string Source(int variant)
    {
        var folder = Path.Combine(_root, $"variant-{variant}", Model);
        if (!Directory.Exists(folder))
        {
            CheckpointFolder.Save(Variant(variant), folder);
        }

        return folder;
    }

    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>A variant as the next generation, a day later.</summary>
    public Generation Publish(int variant)
    {
        Clock.Advance(TimeSpan.FromDays(1));
        return Store.Publish(Store.Resolve(), new Dictionary<string, string> { [Model] = Source(variant) }, Learned, ProbeTexts);
    }

    public static WrittenText Write(IScriptWriter writer, long seed, int length = 60) =>
        writer.Write(new WritingRequest { Telenovela = Model, Seed = seed, Length = length, Temperature = 1 }, TestContext.Current.CancellationToken);

    /// <summary>What a variant writes.</summary>
    public string Expected(int variant, long seed, int length = 60)
    {
        if (!_expected.TryGetValue(variant, out var shelf))
        {
            shelf = _expected[variant] = ModelShelf.Open(Path.GetDirectoryName(Source(variant))!);
        }

        return Write(shelf, seed, length).Text;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
