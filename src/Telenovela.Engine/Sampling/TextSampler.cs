using System.Diagnostics;
using Telenovela.Engine.Decoding;

namespace Telenovela.Engine.Sampling;

/// <summary>Writes text by drawing one token after the other from the model's predictions.</summary>
public static class TextSampler
{
    /// <summary>Samples.</summary>
    /// <param name="model">The model; may be in use by others at the same time.</param>
    /// <param name="request">What.</param>
    /// <param name="cancellationToken">Asked between tokens.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or a setting makes no sense.</exception>
    public static SampledText Sample(LanguageModel model, SamplingRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Length);
        request.Settings.Validate();
        var began = Stopwatch.GetTimestamp();
        var stream = new TextStream(model, request, request.Seed);
        var decoder = new LstmDecoder(model);
        foreach (var id in stream.Opening)
        {
            LetOthers(cancellationToken);
            decoder.Read(id);
        }

        while (!stream.HasEnded)
        {
            LetOthers(cancellationToken);
            decoder.Read(stream.Choose(decoder.Predict()));
        }

        return new SampledText(stream.Text, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>
    /// A text takes the processor for a hundred times as long as an answer to somebody who presses a button meanwhile; where another thread waits for
    /// this processor, it goes first. Where none does, it costs a thousandth of a token's time.
    /// </summary>
    private static void LetOthers(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Thread.Yield();
    }
}
