using System.Numerics.Tensors;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Evaluation;

/// <summary>Measures how well a model foresees a text.</summary>
public static class Evaluator
{
    /// <summary>Tokens: a fifth of a second or less.</summary>
    private const int ProgressEvery = 200;

    /// <summary>
    /// Reads the text as one stream and takes the negative log-likelihood of each token given all before it, divided by the characters that
    /// the tokens stand for, so that models with different tokenizers can be compared. The first token has nothing before it and isn't
    /// counted. A character outside the vocabulary counts as the unknown token, with the probability that the model gives to that (it
    /// never saw one, so the loss is high, as it should be).
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="text">At least two characters; one will do behind a context.</param>
    /// <param name="onProgress">Called with the share done.</param>
    /// <param name="context">Read before the text without being counted; then the text's first character counts too.</param>
    /// <param name="cancellationToken">Asked between characters.</param>
    /// <exception cref="ArgumentException">The text is too short.</exception>
    public static Evaluation Evaluate(
        LanguageModel model, string text, Action<double>? onProgress = null, string context = "", CancellationToken cancellationToken = default)
    {
        var before = model.Tokenizer.Encode(context);
        var ids = (int[])[.. before, .. model.Tokenizer.Encode(text)];
        var first = Math.Max(0, before.Length - 1);
        if (ids.Length < 2)
        {
            throw new ArgumentException("A text of at least two characters is needed.", nameof(text));
        }

        var lengths = model.Tokenizer.Lengths();
        var characters = ids.Skip(first + 1).Sum(id => (long)lengths[id]);
        var unknown = ids.Skip(first + 1).Count(id => id == ITokenizer.UnknownId);
        var decoder = new LstmDecoder(model);
        var logits = new float[model.Tokenizer.Count];
        double sum = 0;
        for (var at = 0; at + 1 < ids.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            decoder.Read(ids[at]);
            if (at < first)
            {
                continue;
            }

            decoder.Predict().CopyTo(logits);
            var target = logits[ids[at + 1]];
            var highest = TensorPrimitives.Max<float>(logits);
            TensorPrimitives.Subtract(logits, highest, logits);
            TensorPrimitives.Exp(logits, logits);
            sum += Math.Log(TensorPrimitives.Sum<float>(logits)) + highest - target;
            if (at % ProgressEvery == 0)
            {
                onProgress?.Invoke((double)at / ids.Length);
            }
        }

        return new Evaluation(sum / characters, characters) { Unknown = unknown };
    }
}
