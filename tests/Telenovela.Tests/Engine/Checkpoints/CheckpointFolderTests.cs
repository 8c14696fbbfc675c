using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Sampling;

namespace Telenovela.Tests.Engine.Checkpoints;

public sealed class CheckpointFolderTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("telenovela-test-").FullName;

    private string Folder => Path.Combine(_parent, "model");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void Writes_The_Same_Texts_When_Loaded_Again()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);

        Assert.Equal(Sample(SmallModel.Model), Sample(LanguageModel.Load(Folder)));
        Assert.Equal(SmallModel.Checkpoint.Origin.HeldOutNats, CheckpointFolder.Load(Folder).Origin.HeldOutNats);
    }

    [Fact]
    public void Takes_Half_The_Room_When_Numbers_Have_Sixteen_Bits()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder, half: true);

        var size = new FileInfo(Path.Combine(Folder, CheckpointFolder.WeightsFile)).Length;
        Assert.InRange(size, 2 * SmallModel.Trained.Shape.Parameters, (2 * SmallModel.Trained.Shape.Parameters) + 4096);
        Assert.Equal(SmallModel.Trained.Weights["linear.bias"][0], CheckpointFolder.Load(Folder).Weights["linear.bias"][0], 1e-2);
    }

    [Fact]
    public void Keeps_Files_Beside_It_When_A_Model_Is_Replaced()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        File.WriteAllText(Path.Combine(Folder, "README.md"), "card");

        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);

        Assert.Equal(["README.md", "model.json", "model.safetensors"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([Folder], Directory.GetDirectories(_parent));
    }

    [Fact]
    public void Refuses_To_Replace_When_The_Folder_Holds_Something_Else()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "novel.txt"), "mine");

        Assert.Throws<CheckpointException>(() => CheckpointFolder.Save(SmallModel.Checkpoint, Folder));
        Assert.True(File.Exists(Path.Combine(Folder, "novel.txt")));
    }

    /// <summary>A field that this program doesn't know, in a description that is otherwise intact.</summary>
    [Fact]
    public void Loads_When_A_Later_Version_Has_Written_More()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        var path = Path.Combine(Folder, CheckpointFolder.DescriptionFile);
        var json = File.ReadAllText(path).Replace("{\n  \"format\": 1,", "{\n  \"format\": 1,\n  \"mood\": \"tragic\",", StringComparison.Ordinal);
        var sha256 = JsonNode.Parse(json)!["sha256"]!.GetValue<string>();
        var blank = json.Replace(sha256, "", StringComparison.Ordinal);
        File.WriteAllText(path, json.Replace(sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blank))), StringComparison.Ordinal));

        Assert.Contains("tragic", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(SmallModel.Checkpoint.Shape, CheckpointFolder.Load(Folder).Shape);
    }

    [Fact]
    public void Refuses_When_Any_Bit_Was_Flipped()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        var random = new Random(5);
        foreach (var name in new[] { CheckpointFolder.WeightsFile, CheckpointFolder.DescriptionFile })
        {
            var path = Path.Combine(Folder, name);
            var whole = File.ReadAllBytes(path);
            for (var flip = 0; flip < 100; flip++)
            {
                var damaged = (byte[])whole.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(path, damaged);
                Assert.Throws<CheckpointException>(() => CheckpointFolder.Load(Folder));
            }

            File.WriteAllBytes(path, whole);
        }

        CheckpointFolder.Load(Folder);
    }

    [Fact]
    public void Refuses_When_Truncated_Or_Missing()
    {
        Assert.Throws<CheckpointException>(() => CheckpointFolder.Load(Folder));
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        foreach (var name in new[] { CheckpointFolder.WeightsFile, CheckpointFolder.DescriptionFile })
        {
            var path = Path.Combine(Folder, name);
            var whole = File.ReadAllBytes(path);
            foreach (var length in new[] { 0, 1, 7, 8, 100, whole.Length - 1 })
            {
                File.WriteAllBytes(path, whole[..length]);
                Assert.Throws<CheckpointException>(() => CheckpointFolder.Load(Folder));
            }

            File.WriteAllBytes(path, whole);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Refuses_To_Save_When_A_Weight_Is_No_Number(float value)
    {
        var weights = SmallModel.Trained.Weights.ToDictionary(tensor => tensor.Key, tensor => (float[])tensor.Value.Clone());
        weights["linear.bias"][1] = value;

        Assert.Throws<CheckpointException>(() => CheckpointFolder.Save(SmallModel.Checkpoint with { Weights = weights }, Folder));
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Refuses_When_The_Weights_Are_Zeros()
    {
        var zeros = SmallModel.Checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => new float[tensor.Value.Length]);
        CheckpointFolder.Save(SmallModel.Checkpoint with { Weights = zeros }, Folder);

        var refused = Assert.Throws<CheckpointException>(() => LanguageModel.Load(Folder));
        Assert.Contains("never trained", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CheckpointFolder.DescriptionFile)]
    [InlineData(CheckpointFolder.WeightsFile)]
    public void Refuses_At_Once_When_A_File_Is_A_Link_To_A_Device(string name)
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        File.Delete(Path.Combine(Folder, name));
        File.CreateSymbolicLink(Path.Combine(Folder, name), "/dev/zero");

        Assert.Throws<CheckpointException>(() => CheckpointFolder.Load(Folder));
    }

    [Fact]
    public void Refuses_Before_Reading_When_The_Weights_Are_Larger_Than_The_Model()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        using (var file = File.OpenWrite(Path.Combine(Folder, CheckpointFolder.WeightsFile)))
        {
            file.SetLength(3L * 1024 * 1024 * 1024);
        }

        var refused = Assert.Throws<CheckpointException>(() => CheckpointFolder.Load(Folder));
        Assert.Contains("too large", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_The_Old_Model_Back_When_A_Process_Died_Between_The_Renames()
    {
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        Directory.Move(Folder, $"{Folder}.replaced-999999999-{Guid.NewGuid():N}");
        Directory.CreateDirectory($"{Folder}.unfinished-999999999-{Guid.NewGuid():N}");

        Assert.Equal(Sample(SmallModel.Model), Sample(LanguageModel.Load(Folder)));
        CheckpointFolder.Save(SmallModel.Checkpoint, Folder);
        Assert.Equal([Folder], Directory.GetDirectories(_parent));
    }

    private static string Sample(LanguageModel model) =>
        TextSampler.Sample(model, new SamplingRequest { Length = 150, Seed = 11 }, CancellationToken.None);
}
