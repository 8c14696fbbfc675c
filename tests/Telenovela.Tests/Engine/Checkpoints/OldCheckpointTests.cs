using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Tests.Corpus;

namespace Telenovela.Tests.Engine.Checkpoints;

public sealed class OldCheckpointTests
{
    [Fact]
    public void Loads_When_The_Vocabulary_Is_One_String_As_Before_Subwords()
    {
        using var folder = new TemporaryFolder();
        var directory = Path.Combine(folder.Path, "model");
        CheckpointFolder.Save(SmallModel.Checkpoint, directory);
        var file = Path.Combine(directory, CheckpointFolder.DescriptionFile);
        var description = JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
        description["vocabulary"] = string.Concat(description["vocabulary"]!.AsArray().Select(letter => letter!.GetValue<string>()));
        description["shape"]!.AsObject().Remove("tied");
        description.Remove("lexicon");
        description.Remove("sha256");
        description["sha256"] = "";
        var blank = description.ToJsonString();
        description["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blank)));
        File.WriteAllText(file, description.ToJsonString());

        var loaded = LanguageModel.Load(directory);

        Assert.Equal(SmallModel.Model.Tokenizer.Vocabulary, loaded.Tokenizer.Vocabulary);
        Assert.Equal(SmallModel.Model.Shape, loaded.Shape);
    }
}
