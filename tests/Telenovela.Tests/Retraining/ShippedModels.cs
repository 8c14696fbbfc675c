using Telenovela.Engine.Checkpoints;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Tests.Retraining;

/// <summary>A folder of shipped models of a test's own: the tiny show's, which an update may replace.</summary>
internal sealed class ShippedModels : IDisposable
{
    public ShippedModels() => ModelFiles.Copy(System.IO.Path.Combine(TinyShow.Models, TinyShow.Model), In(TinyShow.Model));

    public string Path { get; } = Directory.CreateTempSubdirectory("telenovela-shipped-").FullName;

    public string In(string model) => System.IO.Path.Combine(Path, model);

    /// <summary>The tiny show's model, changed.</summary>
    /// <param name="change">How.</param>
    /// <param name="model">Its folder's name.</param>
    public void Ship(Func<Checkpoint, Checkpoint> change, string model = TinyShow.Model) =>
        CheckpointFolder.Save(change(CheckpointFolder.Load(System.IO.Path.Combine(TinyShow.Models, TinyShow.Model))), In(model));

    /// <summary>Every weight as many times as large: a little makes it another model, much spoils it.</summary>
    public static Checkpoint Scaled(Checkpoint checkpoint, float factor) => checkpoint with
    {
        Weights = checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Select(value => value * factor).ToArray()),
    };

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
