using System.Diagnostics;
using System.Text;
using Telenovela.Engine.Decoding;

namespace Telenovela.Engine.Sampling;

/// <summary>Writes text by drawing one token after the other from the model's predictions.</summary>
public static class TextSampler
{
    /// <summary>Samples.</summary>
    /// <param name="model">The model; may be in use by others at the same time.</param>
    /// <param name="request">What.</param>
    /// <param name="cancellationToken">Asked between characters.</param>
    /// <exception cref="ArgumentOutOfRangeException">Length or temperature is negative or no number, or min-p is no share.</exception>
    public static SampledText Sample(LanguageModel model, SamplingRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Length);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(request.Temperature) && request.Temperature >= 0, false);
        ArgumentOutOfRangeException.ThrowIfEqual(request.MinP is >= 0 and <= 1, false);
        var began = Stopwatch.GetTimestamp();
        var decoder = new LstmDecoder(model);
        var line = new LineBeginning([.. request.LineStarts.Where(start => start.Length > 0 && !model.Tokenizer.Encode(start).Contains(model.Tokenizer.Unknown))]);
        foreach (var id in ContextOf(model, request))
        {
            LetOthers(cancellationToken);
            decoder.Read(id);
            line.Read(model.Tokenizer.Decode(id));
        }

        var generator = new Xoshiro256(request.Seed);
        var weights = new double[model.Tokenizer.Count];
        var text = new StringBuilder(request.Length);
        while (text.Length < request.Length)
        {
            LetOthers(cancellationToken);
            var id = Draw(decoder.Predict(), request, line, request.Length - text.Length, model, generator, weights);
            text.Append(model.Tokenizer.Decode(id));
            line.Read(model.Tokenizer.Decode(id));
            decoder.Read(id);
        }

        return new SampledText(text.ToString(), Stopwatch.GetElapsedTime(began));
    }

    /// <summary>
    /// A text takes the processor for a hundred times as long as an answer to somebody who presses a button meanwhile; where another thread waits for
    /// this processor, it goes first. Where none does, it costs a thousandth of a character's time.
    /// </summary>
    private static void LetOthers(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Thread.Yield();
    }

    /// <summary>Without any context, the text begins where a line begins.</summary>
    private static IEnumerable<int> ContextOf(LanguageModel model, SamplingRequest request)
    {
        var ids = model.Tokenizer.EncodePrompt(request.Context).Concat(model.Tokenizer.EncodePrompt(request.Prompt)).ToList();
        return ids.Count > 0 ? ids : model.Tokenizer.EncodePrompt("\n");
    }

    private static int Draw(
        ReadOnlySpan<float> logits, SamplingRequest request, LineBeginning line, int room, LanguageModel model, Xoshiro256 generator, double[] weights)
    {
        var best = -1;
        for (var id = 0; id < logits.Length; id++)
        {
            if (IsAllowed(model, request, line, id, room) && (best < 0 || logits[id] > logits[best]))
            {
                best = id;
            }
        }

        if (request.Temperature == 0)
        {
            return best;
        }

        var least = logits[best] + Math.Log(request.MinP);

        // exp((logit - highest) / temperature): no overflow, and the highest weighs 1.
        double sum = 0;
        for (var id = 0; id < logits.Length; id++)
        {
            weights[id] = logits[id] >= least && IsAllowed(model, request, line, id, room) ? Math.Exp((logits[id] - logits[best]) / request.Temperature) : 0;
            sum += weights[id];
        }

        var left = generator.NextDouble() * sum;
        for (var id = 0; id < weights.Length; id++)
        {
            left -= weights[id];
            if (left < 0)
            {
                return id;
            }
        }

        return best;
    }

    /// <summary>The unknown token has no text, and a character of two UTF-16 units must still fit.</summary>
    private static bool IsAllowed(LanguageModel model, SamplingRequest request, LineBeginning line, int id, int room) =>
        id != model.Tokenizer.Unknown && model.Tokenizer.Decode(id) is var character && character.Length <= room
        && !request.Banned.Contains(character, StringComparison.Ordinal) && (line.IsFree || line.Allows(character));
}
