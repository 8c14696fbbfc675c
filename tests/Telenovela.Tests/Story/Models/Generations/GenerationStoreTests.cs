using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Tests.Story.Models.Generations;

public sealed class GenerationStoreTests : IDisposable
{
    private readonly GenerationsUnderTest _generations = new();

    private GenerationStore Store => _generations.Store;

    public void Dispose() => _generations.Dispose();

    [Fact]
    public void Uses_The_Shipped_Models_When_There_Is_No_Generation()
    {
        Assert.Null(Store.Named);
        Assert.Empty(Store.Ids);
        Assert.Equal(new Generation(null, _generations.Shipped, null), Store.Resolve((id, _) => Assert.Fail(id)));
        Assert.Empty(Store.Prune(2, long.MaxValue));
        Assert.Throws<GenerationException>(Store.RollBack);
        Assert.False(Directory.Exists(_generations.Folder));
    }

    [Fact]
    public void Opens_What_Was_Published_When_Asked_By_Another_Process()
    {
        var published = _generations.Publish(1);

        var opened = _generations.Again().Resolve((id, reason) => Assert.Fail(id + reason));

        Assert.Equal("20261125-030012", published.Id);
        Assert.Equal((published.Id, published.Directory), (opened.Id, opened.Directory));
        Assert.Equal(["a", "b"], opened.LineageOf(GenerationsUnderTest.Model).Contributions);
        Assert.Equal(published.Id, opened.LineageOf(GenerationsUnderTest.Model).Since);
        Assert.Null(opened.Manifest!.Parent);
        Assert.Equal(ModelFiles.Fingerprint(_generations.Shipped), opened.Manifest.Base);
        Assert.Equal([published.Id!, "CURRENT"], _generations.Entries);
        Assert.Equal(published.Id + "\n", File.ReadAllText(_generations.Current));
    }

    [Fact]
    public void Calls_A_Model_Shipped_When_It_Was_Carried_Through_Generations_Unchanged()
    {
        var models = new Dictionary<string, string> { [GenerationsUnderTest.Model] = _generations.Source(1), ["still"] = _generations.Source(0) };
        var probes = models.ToDictionary(model => model.Key, _ => "ANA: La carta.");
        var parent = Store.Resolve();
        for (var night = 0; night < 3; night++)
        {
            Store.Publish(parent, models, new Dictionary<string, ModelLineage>(GenerationsUnderTest.Learned) { ["still"] = parent.LineageOf("still") }, probes);
            parent = _generations.Again().Resolve();
        }

        Assert.Equal(3, Store.Ids.Count);
        Assert.Null(parent.LineageOf("still").Since);
        Assert.Equal(parent.Id, parent.LineageOf(GenerationsUnderTest.Model).Since);
    }

    [Fact]
    public void Names_Each_Generation_Later_Than_All_Before_When_The_Clock_Was_Set_Back()
    {
        _generations.Publish(1);
        _generations.Publish(2);
        var rolledBack = Store.RollBack();
        _generations.Clock.AdjustTime(_generations.Clock.GetUtcNow().AddDays(-400));

        var third = _generations.Publish(3);
        var fourth = _generations.Publish(4);

        Assert.Equal(["20261125-030012", "20261126-030013", "20261126-030014"], Store.Ids);
        Assert.Equal(rolledBack.Id, third.Manifest!.Parent);
        Assert.Equal(third.Id, fourth.Manifest!.Parent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("日本語だけ")]
    [InlineData("\ud83d")]
    [InlineData("ANA: 😀")]
    public void Publishes_When_The_Probe_Text_Is_Short_Or_Strange(string text)
    {
        var published = Store.Publish(
            Store.Resolve(), new Dictionary<string, string> { ["m"] = _generations.Source(1) }, new Dictionary<string, ModelLineage>(), new Dictionary<string, string> { ["m"] = text });

        Assert.Equal(published.Id, _generations.Again().Open(published.Id!).Id);
    }

    [Fact]
    public void Cuts_No_Character_In_Two_When_The_Probe_Text_Is_Long()
    {
        var published = Store.Publish(
            Store.Resolve(), new Dictionary<string, string> { ["m"] = _generations.Source(1) }, new Dictionary<string, ModelLineage>(),
            new Dictionary<string, string> { ["m"] = new string('a', ModelProbe.Length - 1) + "😀" });

        Assert.Equal(ModelProbe.Length - 1, _generations.Again().Open(published.Id!).Manifest!.Probes["m"].Text.Count(letter => letter == 'a'));
    }

    [Fact]
    public void Publishes_Nothing_When_A_Model_Is_Damaged()
    {
        var before = _generations.Publish(1);
        var source = _generations.Source(2);
        var weights = File.ReadAllBytes(Path.Combine(source, CheckpointFolder.WeightsFile));
        weights[^1] ^= 64;
        File.WriteAllBytes(Path.Combine(source, CheckpointFolder.WeightsFile), weights);

        Assert.Throws<GenerationException>(() => _generations.Publish(2));
        Assert.Equal([before.Id!, "CURRENT"], _generations.Entries);
        Assert.Equal(before.Id, Store.Resolve().Id);
    }

    [Fact]
    public void Publishes_Nothing_When_A_Models_Loss_Is_No_Number()
    {
        var weights = GenerationsUnderTest.Variant(0).Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value);
        weights["linear.weight"] = [.. weights["linear.weight"].Select((_, at) => at % 2 == 0 ? float.MaxValue : -float.MaxValue)];
        CheckpointFolder.Save(GenerationsUnderTest.Variant(0) with { Weights = weights }, _generations.Source(9));

        Assert.Throws<GenerationException>(() => _generations.Publish(9));
        Assert.Null(Store.Named);
    }

    [Fact]
    public void Publishes_Nothing_When_The_Disk_Refuses_A_File()
    {
        var before = _generations.Publish(1);
        File.CreateSymbolicLink(Path.Combine(_generations.Source(2), "zzz"), "/nowhere/at-all");

        Assert.ThrowsAny<IOException>(() => _generations.Publish(2));
        Assert.Equal([before.Id!, "CURRENT"], _generations.Entries);
    }

    /// <summary>The last step of all fails: the folder is whole already, but nothing names it.</summary>
    [Fact]
    public void Leaves_Nothing_When_The_Generation_Can_Not_Be_Put_To_Use()
    {
        var before = _generations.Publish(1);
        Directory.CreateDirectory(_generations.Current + ".tmp");

        Assert.ThrowsAny<Exception>(() => _generations.Publish(2));
        Assert.Equal([before.Id!, "CURRENT", "CURRENT.tmp"], _generations.Entries);
        Assert.Equal(before.Id, Store.Resolve().Id);
    }

    [Fact]
    public void Publishes_Nothing_When_Names_Do_Not_Fit()
    {
        var models = new Dictionary<string, string> { ["m"] = _generations.Source(1) };
        var lineages = new Dictionary<string, ModelLineage>();
        var probes = new Dictionary<string, string> { ["m"] = "ANA" };

        Assert.Throws<ArgumentException>(() => Store.Publish(Store.Resolve(), new Dictionary<string, string> { ["../m"] = models["m"] }, lineages, new Dictionary<string, string> { ["../m"] = "ANA" }));
        Assert.Throws<ArgumentException>(() => Store.Publish(Store.Resolve(), models, GenerationsUnderTest.Learned, probes));
        Assert.Throws<ArgumentException>(() => Store.Publish(Store.Resolve(), models, lineages, new Dictionary<string, string>()));
        Assert.False(Directory.Exists(_generations.Folder));
    }

    [Fact]
    public void Removes_What_A_Killed_Process_Left_When_Publishing_Or_Pruning()
    {
        _generations.Publish(1);
        Directory.CreateDirectory(_generations.At(".unfinished-20261125-030013", "tiny"));
        _generations.Publish(2);
        Assert.DoesNotContain(_generations.Entries, entry => entry.StartsWith(".unfinished", StringComparison.Ordinal));

        Directory.CreateDirectory(_generations.At(".unfinished-20261125-030013", "tiny"));
        Store.Prune(5, long.MaxValue);
        Assert.Equal([.. Store.Ids, "CURRENT"], _generations.Entries);
    }

    [Fact]
    public void Lets_What_Links_Lead_To_Alone_When_Removing()
    {
        _generations.Publish(1);
        var elsewhere = _generations.Source(7);
        Directory.CreateSymbolicLink(_generations.At(".unfinished-20261125-030013"), elsewhere);
        Directory.CreateSymbolicLink(_generations.At("20250101-000000"), elsewhere);
        Directory.CreateSymbolicLink(_generations.At(Store.Ids[^1], "round"), _generations.At(Store.Ids[^1]));

        var gone = Store.Prune(2, long.MaxValue);

        Assert.Equal(["20250101-000000"], gone);
        Assert.True(File.Exists(Path.Combine(elsewhere, CheckpointFolder.DescriptionFile)));
        Assert.Equal([.. Store.Ids, "CURRENT"], _generations.Entries);
    }

    public static TheoryData<string> Manifests =>
    [
        "", "null", "[]", "{}", "7", "\"files\"", "{\"id\":", "\0\0\0\0", "\ud800", new string('[', 5000), "{\"files\":null}",
    ];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Refuses_When_The_Manifest_Is_Rubbish(string manifest)
    {
        var before = _generations.Publish(1);
        var damaged = _generations.Publish(2);

        Forgery.WriteManifest(damaged.Directory, manifest);

        Assert.Throws<GenerationException>(() => Store.Open(damaged.Id!));
        Assert.Equal(before.Id, Store.Resolve().Id);
    }

    public static TheoryData<string, string> ManifestFields => new()
    {
        { "files", "null" }, { "files", "[]" }, { "files", "{}" }, { "files", "{\"tiny/model.json\":null}" }, { "files", "{\"../../CURRENT\":\"00\"}" },
        { "models", "null" }, { "models", "{\"tiny\":null}" }, { "models", "{\"tiny\":{}}" }, { "models", "{\"tiny\":{\"contributions\":null,\"watermark\":0,\"corpus\":null,\"since\":null}}" },
        { "models", "{\"tiny\":{\"contributions\":[null],\"watermark\":0,\"corpus\":null,\"since\":null}}" }, { "models", "{\"other\":{\"contributions\":[],\"watermark\":0,\"corpus\":null,\"since\":null}}" },
        { "probes", "null" }, { "probes", "{}" }, { "probes", "{\"tiny\":null}" }, { "probes", "{\"tiny\":{\"text\":null,\"nats\":1}}" }, { "probes", "{\"tiny\":{\"text\":\"\",\"nats\":1}}" },
        { "probes", "{\"tiny\":{\"text\":\"ANA\",\"nats\":1e999}}" }, { "probes", "{\"tiny\":{\"text\":\"ANA\"}}" }, { "probes", "{\"../tiny\":{\"text\":\"ANA\",\"nats\":1}}" },
        { "id", "null" }, { "id", "7" }, { "id", "\"20261125-030012\"" }, { "published", "\"yesterday\"" }, { "base", "null" },
        { "parent", "\"20991231-000000\"" }, { "parent", "\"../../elsewhere\"" }, { "parent", "\"20261126-030012\"" }, { "parent", "\"\"" },
    };

    [Theory]
    [MemberData(nameof(ManifestFields))]
    public void Refuses_When_A_Field_Of_The_Manifest_Is_Wrong(string field, string json)
    {
        var before = _generations.Publish(1);
        var damaged = _generations.Publish(2);

        Forgery.ChangeManifest(damaged.Directory, manifest => manifest[field] = System.Text.Json.Nodes.JsonNode.Parse(json));

        Assert.Throws<GenerationException>(() => Store.Open(damaged.Id!));
        Assert.Equal(before.Id, Store.Resolve().Id);
        Assert.Equal([before.Id!, damaged.Id!], Store.Ids);
    }

    [Fact]
    public void Ends_When_Parents_Go_Round_In_A_Circle()
    {
        var one = _generations.Publish(1);
        var other = _generations.Publish(2);
        foreach (var (generation, parent) in new[] { (one, other), (other, one) })
        {
            File.WriteAllText(Path.Combine(generation.Directory, GenerationsUnderTest.Model, "stranger"), "");
            Forgery.ChangeManifest(generation.Directory, manifest => manifest["parent"] = parent.Id);
        }

        var refused = new List<string>();
        Assert.Null(Store.Resolve((id, _) => refused.Add(id)).Id);
        Assert.Equal([other.Id!, one.Id!], refused);
    }

    public static TheoryData<string> Damages =>
        ["no model", "no description", "no weights", "stranger", "strange model", "dangling link", "link to itself", "no manifest", "no hash", "manifest is a folder"];

    [Theory]
    [MemberData(nameof(Damages))]
    public void Refuses_When_The_Folder_Is_Not_As_Published(string damage)
    {
        var before = _generations.Publish(1);
        var damaged = _generations.Publish(2);
        string In(params string[] path) => Path.Combine([damaged.Directory, .. path]);
        switch (damage)
        {
            case "no model": Directory.Delete(In("tiny"), recursive: true); break;
            case "no description": File.Delete(In("tiny", "model.json")); break;
            case "no weights": File.Delete(In("tiny", "model.safetensors")); break;
            case "stranger": File.WriteAllText(In("tiny", "notes.txt"), "mine"); break;
            case "strange model": ModelFiles.Copy(_generations.Source(3), In("other")); break;
            case "dangling link": File.Delete(In("tiny", "model.safetensors")); File.CreateSymbolicLink(In("tiny", "model.safetensors"), "/nowhere/at-all"); break;
            case "link to itself": File.Delete(In("tiny", "model.safetensors")); File.CreateSymbolicLink(In("tiny", "model.safetensors"), In("tiny", "model.safetensors")); break;
            case "no manifest": File.Delete(In("manifest.json")); break;
            case "no hash": File.Delete(In("manifest.sha256")); break;
            default: File.Delete(In("manifest.json")); Directory.CreateDirectory(In("manifest.json")); break;
        }

        Assert.Throws<GenerationException>(() => Store.Open(damaged.Id!));
        Assert.Equal(before.Id, Store.Resolve().Id);
        Assert.Equal(before.Id, Store.RollBack().Id);
    }

    /// <summary>A description that says what no model can be, with checksums that fit.</summary>
    [Theory]
    [InlineData("origin", "null")]
    [InlineData("origin", "{\"metadata\":null}")]
    [InlineData("origin", "{\"metadata\":{\"telenovelas\":[null]}}")]
    [InlineData("origin", "{\"metadata\":{\"telenovelas\":[{\"id\":null}]}}")]
    [InlineData("shape", "null")]
    [InlineData("shape", "{\"vocabulary\":28,\"embedding\":-16,\"width\":-48,\"layers\":2}")]
    [InlineData("shape", "{\"vocabulary\":28,\"embedding\":16,\"width\":48,\"layers\":0}")]
    [InlineData("vocabulary", "null")]
    [InlineData("format", "2")]
    public void Refuses_When_A_Description_Says_What_Can_Not_Be(string field, string json)
    {
        var before = _generations.Publish(1);
        var damaged = _generations.Publish(2);

        Forgery.MakeRight(damaged.Directory, GenerationsUnderTest.Model, description => description[field] = System.Text.Json.Nodes.JsonNode.Parse(json));

        Assert.Throws<GenerationException>(() => Store.Open(damaged.Id!));
        Assert.Equal(before.Id, Store.Resolve().Id);
    }

    public static TheoryData<string> Currents => ["missing", "", "\n", "?", "shipped ", "20261399-000000", "20261126-030012 ", "../20261126-030012", "\0\0\0\0\0\0\0\0", new string('9', 100_000), "20261126-0300120", "/"];

    [Theory]
    [MemberData(nameof(Currents))]
    public void Uses_The_Newest_Whole_Generation_When_The_File_That_Names_It_Is_Damaged(string content)
    {
        _generations.Publish(1);
        var whole = _generations.Publish(2);
        var damaged = _generations.Publish(3);
        File.WriteAllText(Path.Combine(damaged.Directory, GenerationsUnderTest.Model, "stranger"), "");
        File.Delete(_generations.Current);
        if (content == "/")
        {
            Directory.CreateDirectory(_generations.Current);
        }
        else if (content != "missing")
        {
            File.WriteAllText(_generations.Current, content);
        }

        Assert.Equal("?", Store.Named);
        Assert.Equal(whole.Id, Store.Resolve().Id);
        Assert.Equal([damaged.Id!], Store.Prune(5, long.MaxValue));
        Assert.Equal(whole.Id, Store.Resolve().Id);
        if (content != "/")
        {
            Assert.Equal(whole.Id, Store.RollBack().Id);
            Assert.Equal(whole.Id, Store.Named);
        }
    }

    [Fact]
    public void Uses_The_One_Before_When_The_Named_Generation_Is_Gone()
    {
        var before = _generations.Publish(1);
        var gone = _generations.Publish(2);
        Directory.Delete(gone.Directory, recursive: true);

        var refused = new List<string>();
        Assert.Equal(before.Id, Store.Resolve((id, _) => refused.Add(id)).Id);
        Assert.Equal([gone.Id!], refused);
        Assert.True(string.CompareOrdinal(_generations.Publish(3).Id, gone.Id) > 0);
    }

    [Fact]
    public void Goes_Back_Step_By_Step_To_The_Shipped_Models_When_Rolled_Back_Again_And_Again()
    {
        var first = _generations.Publish(1);
        var second = _generations.Publish(2);
        var third = _generations.Publish(3);

        Assert.Equal(second.Id, Store.RollBack().Id);
        Assert.Equal(second.Id, _generations.Again().Resolve((id, reason) => Assert.Fail(id + reason)).Id);
        Assert.Equal(first.Id, Store.RollBack().Id);
        Assert.Null(Store.RollBack().Id);
        Assert.Null(_generations.Again().Resolve((id, reason) => Assert.Fail(id + reason)).Id);
        Assert.Throws<GenerationException>(Store.RollBack);
        Assert.Equal([first.Id!, second.Id!, third.Id!], Store.Withdrawn.Select(manifest => manifest.Id));
        Assert.Empty(Store.Ids);
    }

    [Fact]
    public void Goes_Past_A_Damaged_Parent_When_Rolled_Back()
    {
        var first = _generations.Publish(1);
        var second = _generations.Publish(2);
        _generations.Publish(3);
        File.Delete(Path.Combine(second.Directory, "manifest.json"));

        Assert.Equal(first.Id, Store.RollBack().Id);
        Assert.Equal(first.Id, Store.Named);
        Assert.Equal([second.Id!], Store.Prune(2, long.MaxValue));
    }

    [Fact]
    public void Stays_When_There_Is_Nothing_Usable_To_Go_Back_To()
    {
        var only = _generations.Publish(1);
        Directory.Delete(_generations.Shipped, recursive: true);

        Assert.Throws<GenerationException>(Store.RollBack);
        Assert.Equal(only.Id, Store.Resolve((id, reason) => Assert.Fail(id + reason)).Id);
    }

    /// <summary>A process was killed between the two renames of a rollback.</summary>
    [Fact]
    public void Has_Rolled_Back_When_The_Generation_Is_Withdrawn_Though_Still_Named()
    {
        var first = _generations.Publish(1);
        var second = _generations.Publish(2);
        Directory.Move(second.Directory, second.Directory + ".withdrawn");

        Assert.Equal(first.Id, Store.Named);
        Assert.Equal(first.Id, Store.Resolve((id, reason) => Assert.Fail(id + reason)).Id);
        Assert.Equal([second.Id!], Store.Withdrawn.Select(manifest => manifest.Id));
        Store.Prune(2, 0, _ => true);
        Assert.Equal(first.Id, Store.Named);
        Assert.Null(Store.RollBack().Id);
        Assert.Null(Store.Named);
    }

    [Fact]
    public void Goes_Back_When_There_Is_No_Room_For_A_File()
    {
        var first = _generations.Publish(1);
        _generations.Publish(2);
        Directory.CreateDirectory(_generations.Current + ".tmp");

        Assert.Equal(first.Id, Store.RollBack().Id);
        Assert.Equal(first.Id, _generations.Again().Resolve((id, reason) => Assert.Fail(id + reason)).Id);
    }

    [Fact]
    public void Keeps_The_One_In_Use_And_Its_Nearest_Parents_When_Pruned()
    {
        for (var night = 1; night <= 5; night++)
        {
            _generations.Publish(night);
        }

        var ids = Store.Ids;
        Assert.Equal(ids.Take(2), Store.Prune(2, long.MaxValue));
        Assert.Equal(ids.Skip(2), Store.Ids);
        Assert.Equal([ids[2]], Store.Prune(2, 2 * ModelFiles.SizeOf(_generations.At(ids[4]))));
        Assert.Equal([ids[3]], Store.Prune(2, long.MaxValue, manifest => manifest.Id == ids[3]));
        Assert.Empty(Store.Prune(0, 0, _ => true));
        Assert.Equal([ids[4], "CURRENT"], _generations.Entries);
        Assert.Equal(ids[4], Store.Resolve((id, reason) => Assert.Fail(id + reason)).Id);
    }

    [Fact]
    public void Keeps_The_One_In_Use_And_The_Damaged_One_When_The_Named_One_Is_Damaged()
    {
        var first = _generations.Publish(1);
        var second = _generations.Publish(2);
        var third = _generations.Publish(3);
        Forgery.WriteManifest(third.Directory, "rubbish");

        Assert.Equal([first.Id!], Store.Prune(0, 0, _ => true));
        Assert.Equal(second.Id, Store.Resolve().Id);
        Assert.Equal([second.Id!, third.Id!], Store.Ids);
    }

    [Fact]
    public void Removes_A_Parent_When_Its_Manifest_Can_Not_Be_Read()
    {
        _generations.Publish(1);
        var second = _generations.Publish(2);
        _generations.Publish(3);
        File.WriteAllText(Path.Combine(second.Directory, "manifest.json"), "rubbish");

        Assert.Equal([second.Id!], Store.Prune(2, long.MaxValue, _ => false));
        Assert.Equal(2, Store.Ids.Count);
    }

    [Fact]
    public void Keeps_Those_Rolled_Back_That_Are_Younger_Than_The_One_In_Use_When_Pruned()
    {
        _generations.Publish(1);
        for (var night = 2; night <= 4; night++)
        {
            _generations.Publish(night);
            Store.RollBack();
        }

        var withdrawn = Store.Withdrawn.Select(manifest => manifest.Id).ToList();
        Assert.Empty(Store.Prune(2, long.MaxValue, _ => false));
        Assert.Equal(withdrawn, Store.Withdrawn.Select(manifest => manifest.Id));
        Assert.Equal(withdrawn, Store.WithdrawnSince(Store.Resolve()).Select(manifest => manifest.Id));

        // What must go goes; of the others the newest stays longest.
        Assert.Empty(Store.Prune(2, long.MaxValue, manifest => manifest.Id == withdrawn[1]));
        Assert.Equal([withdrawn[0], withdrawn[2]], Store.Withdrawn.Select(manifest => manifest.Id));
        Assert.Empty(Store.Prune(2, (5 * ModelFiles.SizeOf(Store.Resolve().Directory)) / 2));
        Assert.Equal([withdrawn[2]], Store.Withdrawn.Select(manifest => manifest.Id));

        // Once there is a younger one in use nobody would make them again.
        _generations.Publish(5);
        Assert.Empty(Store.WithdrawnSince(Store.Resolve()));
        Store.Prune(2, long.MaxValue);
        Assert.Equal([.. Store.Ids, "CURRENT"], _generations.Entries);
    }

    [Fact]
    public void Keeps_All_Rolled_Back_When_The_Shipped_Models_Are_In_Use()
    {
        _generations.Publish(1);
        _generations.Publish(2);
        Store.RollBack();
        Store.RollBack();

        Store.Prune(2, long.MaxValue);

        Assert.Equal(2, Store.WithdrawnSince(Store.Resolve()).Count);
    }

    [Fact]
    public void Says_Beforehand_What_Rolling_Back_Puts_To_Use()
    {
        Assert.Throws<GenerationException>(Store.FindBefore);
        for (var night = 1; night <= 3; night++)
        {
            _generations.Publish(night);
        }

        File.Delete(Path.Combine(_generations.At(Store.Ids[1]), "manifest.json"));
        for (var step = 0; step < 2; step++)
        {
            var before = Store.FindBefore().Id;
            Assert.Equal(before, Store.RollBack().Id);
        }

        Assert.Null(Store.Named);
    }

    [Fact]
    public void Stands_On_The_Disk_When_Flushed()
    {
        FolderFlush.Flush(_generations.Shipped);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => FolderFlush.Flush(_generations.At("nowhere")));
        }
    }

    /// <summary>A real disk that is full, wherever in the publication.</summary>
    [Fact]
    public void Keeps_The_Generation_In_Use_When_The_Disk_Is_Full()
    {
        var disk = Environment.GetEnvironmentVariable("TELENOVELA_SMALL_DISK");
        Assert.SkipUnless(Directory.Exists(disk), "Name an empty disk of about 20 MB in TELENOVELA_SMALL_DISK (mount -t tmpfs -o size=20m tmpfs /mnt) to fill it.");
        var store = new GenerationStore(Path.Combine(disk, $"{Guid.NewGuid():n}"), _generations.Shipped, _generations.Clock);
        var models = new Dictionary<string, string> { [GenerationsUnderTest.Model] = _generations.Source(1) };
        var first = store.Publish(store.Resolve(), models, GenerationsUnderTest.Learned, GenerationsUnderTest.ProbeTexts);
        var ballast = Path.Combine(disk, $"{Guid.NewGuid():n}");
        for (var room = 0; room < 40; room++)
        {
            File.WriteAllBytes(ballast, new byte[new DriveInfo(disk).AvailableFreeSpace - (4096 * room)]);
            try
            {
                store.Publish(first, models, GenerationsUnderTest.Learned, GenerationsUnderTest.ProbeTexts);
                break;
            }
            catch (IOException)
            {
                Assert.Equal([first.Id!], store.Ids);
                Assert.Equal(first.Id, store.Resolve((id, reason) => Assert.Fail(id + reason)).Id);
            }

            File.Delete(ballast);
        }

        File.Delete(ballast);
        Assert.Equal(2, store.Ids.Count);
        Assert.Equal(first.Id, store.RollBack().Id);
    }
}
