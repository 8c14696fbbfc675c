using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Telenovela.Engine.Checkpoints;

namespace Telenovela.Engine.Training;

/// <summary>Tells whether two trainings are the same: text, options and start.</summary>
internal static class TrainingFingerprint
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(TrainingData data, TrainingOptions options, Checkpoint? start)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] parts =
        [
            data.Train, data.HeldOut, string.Join('\n', data.Speakers), JsonSerializer.Serialize(options with { Threads = 0 }),
            start is null ? "" : string.Join('\n', start.Tokenizer.Vocabulary),
        ];
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part + "\0"));
        }

        foreach (var (_, values) in start?.Weights.OrderBy(tensor => tensor.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, float[]>>())
        {
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
