using System.Numerics.Tensors;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Training;

/// <summary>Gives a finished model the characters that a new text brings. What it knew stays as it was: old ids and their rows.</summary>
public static class VocabularyGrowth
{
    /// <summary>How much rarer than its plain form a new character is taken to be at first, nats: one in twenty.</summary>
    private const float Rarer = 3f;

    /// <summary>The model with every character of <paramref name="text"/>; the model itself where it has them all.</summary>
    /// <remarks>
    /// A new character reads and writes like its plain form (<c>ñ</c> like <c>n</c>), only rarer. One without a known plain form reads
    /// like the average character, and is as rare as the rarest.
    /// </remarks>
    /// <param name="model">Stays untouched.</param>
    /// <param name="text">What is to be learned.</param>
    public static Checkpoint Grow(Checkpoint model, string text)
    {
        var known = model.Tokenizer.Vocabulary.ToHashSet(StringComparer.Ordinal);
        List<string> added =
        [
            .. text.EnumerateRunes().Distinct().Order().Select(rune => rune.ToString()).Where(character => !known.Contains(character)),
        ];
        if (added.Count == 0)
        {
            return model;
        }

        var weights = new Dictionary<string, float[]>(model.Weights);
        var plain = added.Select(character => PlainForm(character, model.Tokenizer)).ToList();
        weights["embedding.weight"] = [.. Grow(weights["embedding.weight"], model.Shape.Embedding, plain, Average(weights["embedding.weight"], model.Shape.Embedding))];
        if (!model.Shape.Tied)
        {
            weights["linear.weight"] = [.. Grow(weights["linear.weight"], model.Shape.Width, plain, new float[model.Shape.Width])];
        }

        var bias = weights["linear.bias"];
        weights["linear.bias"] = [.. bias, .. plain.Select(id => id is { } form ? bias[form] - Rarer : bias.Skip(1).Min())];
        var tokenizer = model.Tokenizer.Extend(added);
        return model with { Tokenizer = tokenizer, Shape = model.Shape with { Vocabulary = tokenizer.Count }, Weights = weights };
    }

    private static IEnumerable<float> Grow(float[] rows, int width, IEnumerable<int?> plain, float[] otherwise) =>
        rows.Concat(plain.SelectMany(id => id is { } form ? rows.AsSpan(form * width, width).ToArray() : otherwise));

    /// <summary>The mean of all rows but the first, which is the unknown token's.</summary>
    private static float[] Average(float[] rows, int width)
    {
        var sum = new float[width];
        for (var at = width; at < rows.Length; at += width)
        {
            TensorPrimitives.Add(sum, rows.AsSpan(at, width), sum);
        }

        TensorPrimitives.Divide(sum, Math.Max(1, (rows.Length / width) - 1), sum);
        return sum;
    }

    private static int? PlainForm(string character, ITokenizer tokenizer) => tokenizer.EncodePrompt(character) is [var id] ? id : null;
}
