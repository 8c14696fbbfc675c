using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Models;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Benchmarks.Models;

/// <summary>Models that nobody trained: small, quickly made, and whole.</summary>
internal static class SmallModels
{
    public const string Letters = "\n !(),.:=?abcdefghijklmnopqrstuvwxyz";

    public static Checkpoint Make(int seed)
    {
        var tokenizer = CharacterTokenizer.Learn(Letters);
        var shape = new ModelShape(tokenizer.Count, 16, 32, 2);
        return new Checkpoint { Shape = shape, Tokenizer = tokenizer, Weights = RandomWeights(shape, seed) };
    }

    public static Dictionary<string, float[]> RandomWeights(ModelShape shape, int seed)
    {
        var random = new Random(seed);
        return shape.Tensors.ToDictionary(
            tensor => tensor.Key,
            tensor => Enumerable.Range(0, (int)tensor.Value.Aggregate(1L, (size, part) => size * part))
                .Select(_ => (random.NextSingle() - 0.5f) / 10).ToArray());
    }
}
