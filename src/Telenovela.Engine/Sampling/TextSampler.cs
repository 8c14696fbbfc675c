using Telenovela.Engine.Decoding;

namespace Telenovela.Engine.Sampling;

/// <summary>Writes text by drawing one token after the other from the model's predictions.</summary>
public static class TextSampler
{
    /// <summary>Samples.</summary>
    /// <param name="model">The model; may be in use by others at the same time.</param>
    /// <param name="request">What.</param>
    /// <param name="cancellationToken">Asked between tokens.</param>
    /// <param name="written">Given the text piece by piece as it settles; not its end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or a setting makes no sense.</exception>
    /// <returns>What comes behind the prompt, ended as the request wants it.</returns>
    public static string Sample(
        LanguageModel model, SamplingRequest request, CancellationToken cancellationToken, Action<string>? written = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Length);
        request.Settings.Validate();
        var opening = TextOpening.Of(model, request);
        var stream = new TextStream(model, request, opening, request.Seed);
        var decoder = opening.Read(model, cancellationToken);
        var given = 0;
        while (!stream.HasEnded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Thread.Yield();
            decoder.Read(stream.Choose(decoder.Predict()));
            if (written is not null && !stream.HasEnded && stream.Settled(given) is { Length: > 0 } piece)
            {
                given += piece.Length;
                written(piece);
            }
        }

        return stream.Text;
    }
}
