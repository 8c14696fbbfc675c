using System.Security.Cryptography;
using System.Text.Json;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Training;

/// <summary>
/// Keeps a training's state in one file, written to a temporary name, flushed and renamed: a process killed at any point leaves the
/// state of this interval or of the one before. A damaged file is as good as none.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="interval">Time between two writings.</param>
/// <param name="clock">Measures it.</param>
public sealed class TrainingStateFile(string path, TimeSpan interval, TimeProvider clock)
{
    private const string Now = "now.";
    private const string Best = "best.";
    private const string Mean = "mean.";
    private const string Square = "square.";
    private const int HashLength = 32;

    private long _written = clock.GetTimestamp();

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    internal bool IsDue => clock.GetElapsedTime(_written) >= interval;

    /// <summary>Removes the file, when the training has ended.</summary>
    public void Delete() => File.Delete(Path);

    internal void Save(TrainingState state)
    {
        var shapes = state.Shape.Tensors;
        var tensors = Safetensors.Write(
            [
                .. Named(Now, state.Weights),
                .. Named(Mean, state.Moments.Means),
                .. Named(Square, state.Moments.Squares),
                .. state.Best is null ? [] : Named(Best, state.Best.Weights),
            ],
            half: false);
        var head = JsonSerializer.SerializeToUtf8Bytes(new Head(
            state.Fingerprint, state.Epoch, state.Reached, state.Tokenizer.Kind, [.. state.Tokenizer.Vocabulary], state.Shape,
            state.Best?.Best, [.. state.Best?.Epochs ?? []], state.Moments.Step));
        var temporary = Path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var part in (byte[][])[BitConverter.GetBytes(head.Length), head, tensors])
            {
                file.Write(part);
                hash.AppendData(part);
            }

            file.Write(hash.GetHashAndReset());
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path, overwrite: true);
        _written = clock.GetTimestamp();

        IEnumerable<(string, long[], float[])> Named(string prefix, IReadOnlyDictionary<string, float[]> weights) =>
            shapes.Select(tensor => (prefix + tensor.Key, tensor.Value, weights[tensor.Key]));
    }

    /// <summary>The state of this very training; null where there is none, or it is damaged or another's.</summary>
    internal TrainingState? Load(string fingerprint)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path);
            if (bytes.Length < HashLength + 4 || !SHA256.HashData(bytes.AsSpan(0, bytes.Length - HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashLength)))
            {
                return null;
            }

            var length = BitConverter.ToInt32(bytes);
            var head = JsonSerializer.Deserialize<Head>(bytes.AsSpan(4, length))!;
            return head.Fingerprint == fingerprint ? Read(head, bytes.AsSpan(4 + length, bytes.Length - HashLength - length - 4)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or CheckpointException)
        {
            return null;
        }
    }

    private static TrainingState Read(Head head, ReadOnlySpan<byte> body)
    {
        var tokenizer = TokenizerKinds.Create(head.TokenizerKind, head.Vocabulary)
            ?? throw new CheckpointException($"There is no tokenizer “{head.TokenizerKind}”.");
        var tensors = Safetensors.Read(body.ToArray());
        var best = head.Best is null ? null : new TrainedModel(head.Shape, tokenizer, Under(Best), head.Best, head.Epochs);
        return new TrainingState(
            head.Fingerprint, head.Epoch, head.Reached, tokenizer, head.Shape, Under(Now),
            new Moments(head.OptimizerStep, Under(Mean), Under(Square)), best);

        Dictionary<string, float[]> Under(string prefix) => CheckpointVerification.Match(
            head.Shape,
            tensors.Where(tensor => tensor.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(tensor => tensor.Key[prefix.Length..], tensor => tensor.Value));
    }

    private sealed record Head(
        string Fingerprint,
        int Epoch,
        EpochSoFar Reached,
        string TokenizerKind,
        IReadOnlyList<string> Vocabulary,
        ModelShape Shape,
        EpochResult? Best,
        IReadOnlyList<EpochResult> Epochs,
        long OptimizerStep);
}
