using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telenovela.Engine.Checkpoints;

namespace Telenovela.Tests.Story.Models.Generations;

/// <summary>Changes a generation and makes every checksum right again, so that only its content can give it away.</summary>
internal static class Forgery
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A number of the weights that is none.</summary>
    public static void PutNaN(string generation, string model, Random random)
    {
        var path = Path.Combine(generation, model, CheckpointFolder.WeightsFile);
        var bytes = File.ReadAllBytes(path);
        var numbers = 8 + BitConverter.ToInt32(bytes);
        var at = numbers + (4 * random.Next((bytes.Length - numbers) / 4));
        BitConverter.GetBytes(random.Next(3) switch { 0 => float.NaN, 1 => float.PositiveInfinity, _ => float.NegativeInfinity }).CopyTo(bytes, at);
        File.WriteAllBytes(path, bytes);
        MakeRight(generation, model, _ => { });
    }

    /// <summary>Two letters of the vocabulary change places, or all of them.</summary>
    public static void SwapVocabulary(string generation, string model, Random random) => MakeRight(generation, model, description =>
    {
        var letters = description["vocabulary"]!.AsArray().Select(letter => letter!.GetValue<string>()).ToArray();
        if (random.Next(5) == 0)
        {
            random.Shuffle(letters);
        }
        else
        {
            var (one, other) = (random.Next(letters.Length), random.Next(letters.Length - 1));
            other += other >= one ? 1 : 0;
            (letters[one], letters[other]) = (letters[other], letters[one]);
        }

        description["vocabulary"] = new JsonArray([.. letters.Select(letter => JsonValue.Create(letter))]);
    });

    /// <summary>Changes the description of a model.</summary>
    public static void MakeRight(string generation, string model, Action<JsonObject> change)
    {
        var folder = Path.Combine(generation, model);
        var description = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, CheckpointFolder.DescriptionFile)))!.AsObject();
        description["weightsSha256"] = Sha256(File.ReadAllBytes(Path.Combine(folder, CheckpointFolder.WeightsFile)));
        change(description);
        description.Remove("sha256");
        description["sha256"] = "";
        var blank = JsonSerializer.SerializeToUtf8Bytes(description, Json);
        description["sha256"] = Sha256(blank);
        File.WriteAllBytes(Path.Combine(folder, CheckpointFolder.DescriptionFile), JsonSerializer.SerializeToUtf8Bytes(description, Json));
        ChangeManifest(generation, _ => { });
    }

    /// <summary>Changes the manifest.</summary>
    public static void ChangeManifest(string generation, Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(generation, "manifest.json")))!.AsObject();
        foreach (var file in manifest["files"]!.AsObject().Select(file => file.Key).ToList())
        {
            manifest["files"]![file] = Sha256(File.ReadAllBytes(Path.Combine(generation, file)));
        }

        change(manifest);
        WriteManifest(generation, JsonSerializer.SerializeToUtf8Bytes(manifest, Json));
    }

    /// <summary>Puts anything in the manifest's place.</summary>
    public static void WriteManifest(string generation, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(generation, "manifest.json"), bytes);
        File.WriteAllText(Path.Combine(generation, "manifest.sha256"), Sha256(bytes));
    }

    public static void WriteManifest(string generation, string text) => WriteManifest(generation, Encoding.UTF8.GetBytes(text));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
