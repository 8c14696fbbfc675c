using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Story.Writing;

namespace Telenovela.Tests.Story.Models.Generations;

/// <summary>A generation holds what the bot trained; all else is as it is shipped now.</summary>
public sealed class ShippedBesidesTests : IDisposable
{
    private const string Other = "other";

    private readonly GenerationsUnderTest _generations = new();

    private GenerationStore Store => _generations.Store;

    public void Dispose() => _generations.Dispose();

    [Fact]
    public void Writes_With_A_Model_That_Was_Shipped_After_The_Generation_Was_Made()
    {
        var generation = _generations.Publish(1);
        Ship(Other, 2);

        var live = new LiveModels(_generations.Again());

        Assert.Equal([(Other, Other), ("tiny", $"tiny@{generation.Id}")], live.Telenovelas.Select(telenovela => (telenovela.Id, telenovela.Model)));
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.Equal(Write(ModelShelf.Open(_generations.Shipped), Other, 5), Write(live, Other, 5));
        Assert.Equal(
            [KeyValuePair.Create("tiny", Path.Combine(generation.Directory, "tiny")), KeyValuePair.Create(Other, Path.Combine(_generations.Shipped, Other))], Store.ModelsOf(live.Generation));
    }

    [Fact]
    public void Has_No_Longer_What_Is_No_Longer_Shipped_And_Was_Never_Trained()
    {
        Ship(Other, 2);
        var generation = _generations.Publish(1);
        Assert.Equal(2, Store.Load(generation.Id!).Shelf.Telenovelas.Count);

        Directory.Delete(_generations.Shipped, recursive: true);

        Assert.Equal(["tiny"], Store.Load(generation.Id!).Shelf.Telenovelas.Select(telenovela => telenovela.Id));
        Assert.Equal(["tiny"], Store.ModelsOf(generation).Keys);
    }

    [Fact]
    public void Says_So_And_Uses_The_Generation_When_A_Shipped_Model_Is_Damaged()
    {
        var generation = _generations.Publish(1);
        Ship(Other, 2);
        File.WriteAllText(Path.Combine(_generations.Shipped, Other, CheckpointFolder.WeightsFile), "rubbish");
        File.WriteAllText(Path.Combine(_generations.Shipped, "tiny", CheckpointFolder.WeightsFile), "rubbish");
        var told = new List<string>();
        var live = new LiveModels(_generations.Again());
        live.Refused += (model, _) => told.Add(model);

        Assert.Equal(generation.Id, live.Generation.Id);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.Equal([Other], live.Shelf.Refused.Keys);
        Assert.Equal([Other], told);
    }

    [Fact]
    public void Lets_The_Trained_Model_Write_When_A_Shipped_One_Knows_Its_Telenovela_Too()
    {
        foreach (var folder in new[] { _generations.Source(1), Path.Combine(_generations.Shipped, "a") })
        {
            CheckpointFolder.Save(
                GenerationsUnderTest.Variant(1) with { Origin = new CheckpointOrigin { Metadata = LearnedTelenovelas.Write([new LearnedTelenovela("faro", "El faro", "es")]) } }, folder);
        }

        var generation = _generations.Publish(1);

        Assert.Equal($"tiny@{generation.Id}", Assert.Single(Store.Load(generation.Id!).Shelf.Telenovelas).Model);
        Assert.Equal(["tiny", "a"], Store.ModelsOf(generation).Keys);
    }

    [Fact]
    public void Writes_As_Shipped_When_The_Generation_Holds_No_Model()
    {
        var first = _generations.Publish(1);
        var empty = PublishNothing(first);

        var live = new LiveModels(_generations.Again());

        Assert.Equal(empty.Id, live.Generation.Id);
        Assert.Empty(live.Generation.Manifest!.Files);
        Assert.Equal(_generations.Expected(0, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.Equal("tiny", live.Telenovelas[0].Model);
        Assert.Equal(["manifest.json", "manifest.sha256"], Directory.EnumerateFileSystemEntries(empty.Directory).Select(Path.GetFileName).Order());
        Assert.Equal(first.Id, live.RollBack().Id);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Fact]
    public void Goes_Not_Back_When_Nothing_Could_Be_Written_There()
    {
        PublishNothing(Store.Resolve());
        var second = _generations.Publish(1);
        var live = new LiveModels(_generations.Again());
        Assert.Equal(second.Id, live.Generation.Id);
        Directory.Delete(_generations.Shipped, recursive: true);

        Assert.Throws<GenerationException>(live.RollBack);
        Assert.Throws<GenerationException>(Store.FindBefore);
        Assert.Equal(second.Id, Store.Named);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Fact]
    public void Goes_On_Writing_When_A_Generation_Comes_With_Which_Nothing_Could_Be_Written()
    {
        var first = _generations.Publish(1);
        var refused = new List<string>();
        var live = new LiveModels(_generations.Again());
        live.Refused += (id, _) => refused.Add(id);
        Assert.Equal(first.Id, live.Generation.Id);
        Directory.Delete(_generations.Shipped, recursive: true);
        var empty = PublishNothing(first);

        Assert.False(live.Refresh());
        Assert.Equal([empty.Id!], refused);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    /// <summary>Generations used to hold copies of the shipped models that weren't trained.</summary>
    [Fact]
    public void Uses_What_Is_Shipped_Now_When_An_Older_Generation_Holds_A_Copy()
    {
        Ship(Other, 2);
        var models = new Dictionary<string, string> { ["tiny"] = _generations.Source(1), [Other] = Path.Combine(_generations.Shipped, Other), ["gone"] = _generations.Source(3) };
        var older = Store.Publish(
            Store.Resolve(),
            models,
            new Dictionary<string, ModelLineage>(GenerationsUnderTest.Learned) { [Other] = ModelLineage.Shipped, ["gone"] = ModelLineage.Shipped },
            models.ToDictionary(model => model.Key, _ => "ANA: La carta."));
        WriteAsBefore(older);
        Ship(Other, 4);

        var live = new LiveModels(_generations.Again());

        Assert.Equal(older.Id, live.Generation.Id);
        Assert.Equal([Other, "tiny"], live.Telenovelas.Select(telenovela => telenovela.Id));
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.Equal(Write(ModelShelf.Open(_generations.Shipped), Other, 5), Write(live, Other, 5));
        Assert.Equal(["tiny"], live.Generation.Trained);
        Assert.Equal(["tiny", Other], Store.ModelsOf(live.Generation).Keys);
        Assert.False(Store.IsOutdated(live.Generation, Other));
    }

    [Fact]
    public void Calls_A_Model_Outdated_Only_When_Another_Is_Shipped_Under_Its_Name()
    {
        var before = ModelFiles.FingerprintOf(Path.Combine(_generations.Shipped, "tiny"));
        var generation = Publish(before);
        Assert.False(Store.IsOutdated(generation, "tiny"));

        Ship(Other, 2);
        File.WriteAllText(Path.Combine(_generations.Shipped, "tiny", "README.md"), "Other words.");
        Assert.False(Store.IsOutdated(generation, "tiny"));
        Assert.False(Store.IsOutdated(generation, Other));

        Ship("tiny", 3);
        Assert.True(Store.IsOutdated(generation, "tiny"));
        Assert.Equal(before, Store.BaseOf(Store.Resolve(), "tiny"));

        Directory.Delete(_generations.Shipped, recursive: true);
        Assert.False(Store.IsOutdated(generation, "tiny"));
    }

    [Fact]
    public void Compares_All_Shipped_Models_When_An_Older_Manifest_Says_No_More()
    {
        WriteAsBefore(_generations.Publish(1));
        var generation = Store.Resolve();
        Assert.NotNull(generation.Id);
        Assert.Null(generation.LineageOf("tiny").Base);
        Assert.False(Store.IsOutdated(generation, "tiny"));
        Assert.Equal(ModelFiles.FingerprintOf(Path.Combine(_generations.Shipped, "tiny")), Store.BaseOf(generation, "tiny"));

        Ship(Other, 2);
        Assert.True(Store.IsOutdated(generation, "tiny"));
        Assert.Null(Store.BaseOf(generation, "tiny"));

        Directory.Delete(Path.Combine(_generations.Shipped, "tiny"), recursive: true);
        Assert.False(Store.IsOutdated(generation, "tiny"));
    }

    private static string Write(IScriptWriter writer, string telenovela, long seed) =>
        writer.Write(new WritingRequest { Telenovela = telenovela, Seed = seed, Length = 60, Temperature = 1 }, TestContext.Current.CancellationToken).Text;

    /// <summary>A manifest as it was before models had a base of their own.</summary>
    private static void WriteAsBefore(Generation generation) => Forgery.ChangeManifest(generation.Directory, manifest =>
    {
        foreach (var model in manifest["models"]!.AsObject())
        {
            Assert.True(model.Value!.AsObject().Remove("base"));
        }
    });

    private void Ship(string model, int variant) => CheckpointFolder.Save(GenerationsUnderTest.Variant(variant), Path.Combine(_generations.Shipped, model));

    private Generation PublishNothing(Generation parent)
    {
        _generations.Clock.Advance(TimeSpan.FromDays(1));
        return Store.Publish(parent, new Dictionary<string, string>(), new Dictionary<string, ModelLineage>(), new Dictionary<string, string>());
    }

    private Generation Publish(string? shippedBase) => Store.Publish(
        Store.Resolve(),
        new Dictionary<string, string> { ["tiny"] = _generations.Source(1) },
        new Dictionary<string, ModelLineage> { ["tiny"] = new(["a"], 1, "c0ffee", null, shippedBase) },
        GenerationsUnderTest.ProbeTexts);
}
