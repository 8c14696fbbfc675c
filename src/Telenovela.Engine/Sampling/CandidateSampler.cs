using System.Numerics.Tensors;
using Telenovela.Engine.Decoding;

namespace Telenovela.Engine.Sampling;

/// <summary>One of several texts that could come next.</summary>
/// <param name="Text">What comes behind the prompt, ended as the request wants it.</param>
/// <param name="Tokens">Its tokens, the line feed that ends a line included.</param>
/// <param name="LogProbabilities">Of each token, given all before it; nats, at temperature 1.</param>
/// <param name="After">The model's state behind it.</param>
public sealed record Candidate(string Text, IReadOnlyList<int> Tokens, IReadOnlyList<double> LogProbabilities, LstmDecoder After);

/// <summary>Writes several texts that go on from the same place, side by side in the time of one.</summary>
public static class CandidateSampler
{
    /// <summary>Most candidates for one place.</summary>
    public const int Most = 4 * LstmBatch.Lanes;

    /// <summary>The state behind a request's context and prompt.</summary>
    /// <param name="model">Reads; may be in use by others at the same time.</param>
    /// <param name="request">Whose context and prompt are read; a word that the prompt ends in may be left to the text.</param>
    /// <param name="cancellationToken">Asked between tokens.</param>
    public static LstmDecoder Begin(LanguageModel model, SamplingRequest request, CancellationToken cancellationToken) =>
        TextOpening.Of(model, request).Read(model, cancellationToken);

    /// <summary>Samples.</summary>
    /// <param name="model">Writes; may be in use by others at the same time.</param>
    /// <param name="state">Where to go on from: behind the request's context and prompt.</param>
    /// <param name="request">What; its context and prompt are everything before the candidates.</param>
    /// <param name="count">How many, at most <see cref="Most"/>.</param>
    /// <param name="cancellationToken">Asked between tokens.</param>
    /// <returns>
    /// The candidates, in the order of their seeds, sampled sixteen side by side. The slowest quarter is given up: each step costs as much
    /// for one as for all.
    /// </returns>
    public static IReadOnlyList<Candidate> Sample(
        LanguageModel model, LstmDecoder state, SamplingRequest request, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count is > 0 and <= Most, true);
        request.Settings.Validate();
        var opening = TextOpening.Of(model, request);
        return
        [
            .. Enumerable.Range(0, count).Chunk(LstmBatch.Lanes)
                .SelectMany(places => SampleBatch(model, state, request, opening, places[0], places.Length, cancellationToken)),
        ];
    }

    private static IEnumerable<Candidate> SampleBatch(
        LanguageModel model, LstmDecoder state, SamplingRequest request, TextOpening opening, int first, int count,
        CancellationToken cancellationToken)
    {
        var batch = new LstmBatch(model);
        var streams = new TextStream[count];
        var logProbabilities = new List<double>[count];
        var after = new LstmDecoder?[count];
        for (var lane = 0; lane < count; lane++)
        {
            streams[lane] = new TextStream(model, request, opening, unchecked((request.Seed * 1_000_003) + first + lane));
            logProbabilities[lane] = [];
            batch.Load(lane, state);
        }

        var tokens = new int[LstmBatch.Lanes];
        var logits = new float[model.Tokenizer.Count];
        while (after.Count(state => state is not null) < count - (count / 4))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Thread.Yield();
            batch.Predict();
            for (var lane = 0; lane < count; lane++)
            {
                if (after[lane] is null)
                {
                    batch.CopyLogits(lane, logits);
                    tokens[lane] = streams[lane].Choose(logits);
                    logProbabilities[lane].Add(LogProbability(logits, tokens[lane]));
                }
            }

            batch.Read(tokens);
            for (var lane = 0; lane < count; lane++)
            {
                if (after[lane] is null && streams[lane].HasEnded)
                {
                    after[lane] = batch.Save(lane);
                }
            }
        }

        return Enumerable.Range(0, count).Where(lane => after[lane] is not null)
            .Select(lane => new Candidate(streams[lane].Text, streams[lane].Tokens, logProbabilities[lane], after[lane]!));
    }

    private static double LogProbability(float[] logits, int token)
    {
        var highest = TensorPrimitives.Max<float>(logits);
        var wanted = logits[token];
        TensorPrimitives.Subtract(logits, highest, logits);
        TensorPrimitives.Exp(logits, logits);
        return wanted - highest - Math.Log(TensorPrimitives.Sum<float>(logits));
    }
}
