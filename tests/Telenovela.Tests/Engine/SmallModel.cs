using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Training;

namespace Telenovela.Tests.Engine;

/// <summary>A tiny text, and a tiny model trained on it once for all tests.</summary>
internal static class SmallModel
{
    /// <summary>Enough lines to learn something in a second: seven short lines in changing order.</summary>
    public static string Text { get; } = string.Concat(Enumerable.Range(0, 240).Select(at => Lines[at * at % 7]));

    public static TrainingOptions Options { get; } = new()
    {
        Epochs = 12,
        Width = 48,
        Layers = 2,
        Embedding = 16,
        Dropout = 0,
        Streams = 8,
        Steps = 24,
        LearningRate = 1e-2,
        Threads = 1,
        Seed = 3,
    };

    public static TrainedModel Trained { get; } = Train(Options);

    public static Checkpoint Checkpoint => ToCheckpoint(Trained);

    public static LanguageModel Model { get; } = new(Checkpoint);

    private static string[] Lines =>
    [
        "ANA: ¿Dónde está la carta?\n", "LUZ: La quemé.\n", "ANA: ¡Mentira!\n", "TEO: (entra) Yo la tengo.\n",
        "LUZ: Dámela.\n", "TEO: Nunca.\n", "ANA: ¡Ay, Teo!\n",
    ];

    public static TrainedModel Train(TrainingOptions options)
    {
        // The first test to ask may do so where gradients are off.
        using var gradients = TorchSharp.torch.enable_grad();
        return ModelTraining.Run(TrainingData.Split([new NamedText("tiny", Text)]), options);
    }

    public static Checkpoint ToCheckpoint(TrainedModel trained) => new()
    {
        Shape = trained.Shape,
        Tokenizer = trained.Tokenizer,
        Weights = trained.Weights,
        Origin = new CheckpointOrigin { Epoch = trained.Best.Epoch, HeldOutNats = trained.Best.HeldOutNats, Options = Options },
    };

    /// <summary>Entropy of single characters, nats: what a model that only counts would reach.</summary>
    public static double UnigramEntropy(string text) => -text.GroupBy(letter => letter)
        .Select(group => (double)group.Count() / text.Length).Sum(share => share * Math.Log(share));
}
