using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Checkpoints;

/// <summary>Writes and reads <c>model.json</c>. It carries a checksum of its own content besides that of the weights.</summary>
internal static class CheckpointDescription
{
    private const int FormatVersion = 1;
    private const int LargestWidth = 8192;
    private const int MostLayers = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(Checkpoint checkpoint, string weightsSha256)
    {
        var content = new Content(
            FormatVersion, checkpoint.Shape, checkpoint.Tokenizer.Kind, JsonSerializer.SerializeToNode(checkpoint.Tokenizer.Vocabulary)!,
            weightsSha256, checkpoint.Origin, checkpoint.Lexicon is { } lexicon ? string.Join(' ', lexicon.Words) : null, "");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Json)));
        return JsonSerializer.SerializeToUtf8Bytes(content with { Sha256 = sha256 }, Json);
    }

    /// <exception cref="CheckpointException">It can't be read, was changed by accident, or is of a later version.</exception>
    public static (Checkpoint Checkpoint, string WeightsSha256) Read(byte[] utf8)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(utf8, Json) ?? throw new JsonException("It is empty.");
            if (content.Format != FormatVersion)
            {
                throw new CheckpointException($"The model's format is version {content.Format}; this program reads version {FormatVersion}. Update it, or train anew.");
            }

            if (content.Shape is not
                { Vocabulary: > 1, Embedding: > 0 and <= LargestWidth, Width: > 0 and <= LargestWidth, Layers: > 0 and <= MostLayers }
                || content.Origin?.Metadata is null)
            {
                throw new CheckpointException("The model's description makes no sense: its sizes or its origin. Copy the model anew.");
            }

            if (!IsIntact(utf8, content.Sha256))
            {
                throw new CheckpointException("The model's description is not the one that was saved: its SHA-256 differs. The file is damaged; copy the model anew.");
            }

            var tokenizer = TokenizerKinds.Create(content.TokenizerKind, VocabularyOf(content.Vocabulary))
                ?? throw new CheckpointException($"The model's tokenizer is “{content.TokenizerKind}”, which this program doesn't have.");
            if (content.Shape.Vocabulary != tokenizer.Count)
            {
                throw new CheckpointException($"The vocabulary has {tokenizer.Count} tokens, and the model {content.Shape.Vocabulary}.");
            }

            var checkpoint = new Checkpoint
            {
                Shape = content.Shape,
                Tokenizer = tokenizer,
                Weights = new Dictionary<string, float[]>(),
                Origin = content.Origin,
                Lexicon = content.Lexicon is { } words ? new Lexicon(words.Split(' ')) : null,
            };
            return (checkpoint, content.WeightsSha256);
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException or NotSupportedException or NullReferenceException)
        {
            throw new CheckpointException($"The model's description can't be read: {malformed.Message}", malformed);
        }
    }

    /// <summary>A list of tokens; models of before, whose tokens were characters, have them in one string.</summary>
    private static string[] VocabularyOf(JsonNode vocabulary) => vocabulary is JsonArray tokens
        ? [.. tokens.Select(token => token!.GetValue<string>())]
        : [.. vocabulary.GetValue<string>().EnumerateRunes().Select(rune => rune.ToString())];

    /// <summary>
    /// Whether the bytes are those that were written, judged on the bytes themselves: a later version of this program may know more
    /// fields than the one that wrote them. The checksum is the last value, and was empty when it was taken.
    /// </summary>
    private static bool IsIntact(ReadOnlySpan<byte> utf8, string sha256)
    {
        var written = Encoding.UTF8.GetBytes(sha256);
        var at = written.Length == 0 ? -1 : utf8.LastIndexOf(written);
        return at >= 0 && sha256 == Convert.ToHexStringLower(SHA256.HashData([.. utf8[..at], .. utf8[(at + written.Length)..]]));
    }

    private sealed record Content(
        int Format, ModelShape Shape, string TokenizerKind, JsonNode Vocabulary, string WeightsSha256, CheckpointOrigin Origin,
        string? Lexicon, string Sha256);
}
