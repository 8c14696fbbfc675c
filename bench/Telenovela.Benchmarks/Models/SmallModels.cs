using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Model;
using Telenovela.Engine.Text;

namespace Telenovela.Benchmarks.Models;

/// <summary>Models that nobody trained: small, quickly made, and whole.</summary>
internal static class SmallModels
{
    public const string Letters = "\n !(),.:=?abcdefghijklmnopqrstuvwxyz";

    public static Checkpoint Make(int seed)
    {
        var random = new Random(seed);
        var tokenizer = CharacterTokenizer.FromText(Letters);
        var shape = new ModelShape(tokenizer.Count, 16, 32, 2);
        return new Checkpoint
        {
            Shape = shape,
            Tokenizer = tokenizer,
            Weights = shape.Tensors.ToDictionary(
                tensor => tensor.Key,
                tensor => Enumerable.Range(0, (int)tensor.Value.Aggregate(1L, (size, part) => size * part)).Select(_ => random.NextSingle() - 0.5f).ToArray()),
        };
    }
}
