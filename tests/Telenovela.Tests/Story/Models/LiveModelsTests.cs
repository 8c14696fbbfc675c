using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Story.Models.Generations;

namespace Telenovela.Tests.Story.Models;

public sealed class LiveModelsTests : IDisposable
{
    private const int Seeds = 20;

    private readonly GenerationsUnderTest _generations = new();
    private readonly List<string> _refused = [];

    public static TheoryData<string> Corruptions => ["flipped bit", "truncated", "no number", "swapped vocabulary"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _generations.Dispose();

    /// <summary>Four times fifty. Those of the last two kinds have checksums that fit throughout.</summary>
    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task Refuses_And_Goes_On_Writing_When_A_Generation_Is_Corrupted(string kind)
    {
        const int Count = 50;
        var random = new Random(kind.Length);
        var good = _generations.Publish(1);
        var live = Live();
        Assert.Equal(good.Id, live.Generation.Id);
        var expected = Enumerable.Range(0, Seeds).Select(seed => _generations.Expected(1, seed)).ToList();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var (written, wrong) = (0, 0);
        var service = Task.Run(
            () =>
            {
                while (!enough.IsCancellationRequested || written == 0)
                {
                    var text = GenerationsUnderTest.Write(live, written % Seeds);
                    wrong += text.Text == expected[written % Seeds] && text.Telenovela.Model.EndsWith(good.Id!, StringComparison.Ordinal) ? 0 : 1;
                    written++;
                }
            },
            Stop);

        try
        {
            for (var at = 0; at < Count; at++)
            {
                RefuseOne(live, good, at, kind, random);
            }
        }
        finally
        {
            await enough.CancelAsync();
            await service;
        }

        Assert.Equal(0, wrong);
        Assert.Equal(Count, _refused.Count);
        Assert.Equal([good.Id!], _generations.Store.Ids);
    }

    [Fact]
    public void Writes_With_The_Generation_Before_When_Rolled_Back_And_Started_Again()
    {
        _generations.Publish(1);
        _generations.Publish(2);
        var live = Live();
        Assert.Equal(_generations.Expected(2, 5), GenerationsUnderTest.Write(live, 5).Text);

        _generations.Store.RollBack();
        Assert.True(live.Refresh());

        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(Live(), 5).Text);
        _generations.Store.RollBack();
        Assert.True(live.Refresh());
        Assert.Equal(_generations.Expected(0, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.Equal(_generations.Expected(0, 5), GenerationsUnderTest.Write(Live(), 5).Text);
        Assert.Empty(_refused);
    }

    [Fact]
    public void Writes_With_The_Generation_Before_At_Once_When_Rolled_Back_Here()
    {
        var first = _generations.Publish(1);
        _generations.Publish(2);
        var live = Live();
        Assert.Equal(_generations.Expected(2, 5), GenerationsUnderTest.Write(live, 5).Text);

        Assert.Equal(first.Id, live.RollBack().Id);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.False(live.Refresh());
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(Live(), 5).Text);

        Directory.Delete(_generations.Shipped, recursive: true);
        Assert.Throws<GenerationException>(live.RollBack);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Fact]
    public void Starts_With_The_Nearest_Whole_Generation_When_The_Named_One_Is_Damaged()
    {
        _generations.Publish(1);
        var damaged = _generations.Publish(2);
        Forgery.WriteManifest(damaged.Directory, "rubbish");

        var live = Live();

        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
        Assert.Single(_refused);
        Assert.False(live.Refresh());
        _generations.Publish(3);
        Assert.True(live.Refresh());
        Assert.Equal(_generations.Expected(3, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("folder")]
    [InlineData("rubbish")]
    [InlineData("")]
    public void Goes_On_Writing_When_The_File_That_Names_The_Generation_Is_Damaged(string damage)
    {
        var first = _generations.Publish(1);
        var live = Live();
        Assert.Equal(first.Id, live.Generation.Id);
        File.Delete(_generations.Current);
        if (damage == "folder")
        {
            Directory.CreateDirectory(_generations.Current);
        }
        else if (damage != "missing")
        {
            File.WriteAllText(_generations.Current, damage);
        }

        Assert.False(live.Refresh());
        Assert.False(live.Refresh());
        Assert.Single(_refused);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);

        if (damage != "folder")
        {
            // Whoever repairs it gets the same models, not new ones.
            var shelf = live.Shelf;
            File.WriteAllText(_generations.Current, first.Id);
            Assert.False(live.Refresh());
            Assert.Same(shelf, live.Shelf);
        }
    }

    [Fact]
    public void Goes_On_Writing_When_All_Folders_Vanish()
    {
        _generations.Publish(1);
        var live = Live();
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);

        Directory.Delete(_generations.Folder, recursive: true);
        Directory.Delete(_generations.Shipped, recursive: true);

        Assert.False(live.Refresh());
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Fact]
    public void Goes_On_Writing_When_The_Shipped_Models_Are_Named_And_Can_Not_Be_Used()
    {
        var first = _generations.Publish(1);
        var live = Live();
        Assert.Equal(first.Id, live.Generation.Id);
        var weights = Path.Combine(_generations.Shipped, GenerationsUnderTest.Model, "model.safetensors");
        var whole = File.ReadAllBytes(weights);
        File.WriteAllBytes(weights, whole[..^1]);
        File.WriteAllText(_generations.Current, "shipped");

        Assert.False(live.Refresh());
        Assert.False(live.Refresh());
        Assert.Single(_refused);
        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(live, 5).Text);

        File.WriteAllBytes(weights, whole);
        Assert.True(live.Refresh());
        Assert.Equal(_generations.Expected(0, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Fact]
    public void Tries_Again_When_A_File_Could_Not_Be_Read()
    {
        _generations.Publish(1);
        var live = Live();
        Assert.NotNull(live.Generation.Id);
        var second = _generations.Publish(2);
        Directory.Move(second.Directory, second.Directory + "-away");

        Assert.False(live.Refresh());
        Assert.False(live.Refresh());
        Assert.Single(_refused);

        Directory.Move(second.Directory + "-away", second.Directory);
        Assert.True(live.Refresh());
        Assert.Equal(_generations.Expected(2, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Fact]
    public void Finishes_With_The_Models_It_Began_With_When_They_Are_Exchanged()
    {
        _generations.Publish(1);
        var live = Live();
        var shelf = live.Shelf;
        _generations.Publish(2);
        Assert.True(live.Refresh());

        Assert.Equal(_generations.Expected(1, 5), GenerationsUnderTest.Write(shelf, 5).Text);
        Assert.Equal(_generations.Expected(2, 5), GenerationsUnderTest.Write(live, 5).Text);
    }

    [Fact]
    public void Lets_Go_Of_The_Old_Models_When_They_Are_Exchanged()
    {
        _generations.Publish(1);
        var live = Live();
        var old = WeakShelf(live);
        _generations.Publish(2);
        Assert.True(live.Refresh());

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(old.TryGetTarget(out _));
    }

    [Fact]
    public void Keeps_A_Telenovelas_Name_When_The_Generation_Changes()
    {
        var live = Live();
        var before = Assert.Single(live.Telenovelas);
        var generation = _generations.Publish(1);
        Assert.True(live.Refresh());

        var after = Assert.Single(live.Telenovelas);
        Assert.Equal((before.Id, before.Title), (after.Id, after.Title));
        Assert.Equal($"{before.Model}@{generation.Id}", after.Model);
    }

    [Fact]
    public void Tells_Of_Each_Exchange_Once()
    {
        var told = new ConcurrentQueue<string?>();
        var live = Live();
        live.Exchanged += (shelf, generation) => told.Enqueue(shelf == live.Shelf ? generation.Id : "too early");
        var shipped = live.Generation;
        var first = _generations.Publish(1);
        Assert.True(live.Refresh());
        Assert.False(live.Refresh());
        _generations.Store.RollBack();
        Assert.True(live.Refresh());

        Assert.Equal([shipped.Id, first.Id, null], told);
    }

    private void RefuseOne(LiveModels live, Generation good, int at, string kind, Random random)
    {
        var corrupted = _generations.Publish(2);
        var what = Corrupt(kind, corrupted.Directory, random);

        Assert.False(live.Refresh(), what);
        Assert.False(live.Refresh(), what);
        Assert.Equal(at + 1, _refused.Count);
        Assert.Equal(good.Id, live.Generation.Id);

        // As the bot starts again. Where only the name is damaged, the newest generation is whole and writes; a hand puts it right.
        var isNameDamaged = what.EndsWith("CURRENT", StringComparison.Ordinal);
        var again = new LiveModels(_generations.Again());
        Assert.Equal(isNameDamaged ? corrupted.Id : good.Id, again.Generation.Id);
        Assert.Equal(isNameDamaged ? _generations.Expected(2, at) : _generations.Expected(1, at), GenerationsUnderTest.Write(again, at).Text);
        if (isNameDamaged)
        {
            File.WriteAllText(_generations.Current, good.Id + "\n");
        }
        else
        {
            Assert.Equal(good.Id, _generations.Store.RollBack().Id);
        }

        Assert.False(live.Refresh());
        _generations.Store.Prune(0, long.MaxValue);
    }

    private LiveModels Live()
    {
        var live = new LiveModels(_generations.Again());
        live.Refused += (id, reason) => _refused.Add($"{id}: {reason}");
        return live;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<ModelShelf> WeakShelf(LiveModels live)
    {
        GenerationsUnderTest.Write(live, 1);
        return new WeakReference<ModelShelf>(live.Shelf);
    }

    /// <returns>What was done, for the message.</returns>
    private static string Corrupt(string kind, string generation, Random random)
    {
        string[] files = ["manifest.json", "manifest.sha256", "tiny/model.json", "tiny/model.safetensors", "../CURRENT"];
        var file = Path.Combine(generation, files[random.Next(files.Length)]);
        var bytes = File.ReadAllBytes(file);
        switch (kind)
        {
            case "flipped bit":
                var bit = random.Next(bytes.Length * 8);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                File.WriteAllBytes(file, bytes);
                return $"bit {bit} of {file}";
            case "truncated":
                // A name without the line's end is a name still.
                var length = random.Next(bytes.Length - (file.EndsWith("CURRENT", StringComparison.Ordinal) ? 1 : 0));
                File.WriteAllBytes(file, bytes[..length]);
                return $"{length} bytes of {file}";
            case "no number":
                Forgery.PutNaN(generation, GenerationsUnderTest.Model, random);
                return kind;
            default:
                Forgery.SwapVocabulary(generation, GenerationsUnderTest.Model, random);
                return kind;
        }
    }
}
