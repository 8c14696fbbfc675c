using System.Text;

namespace Telenovela.Corpus.Checks;

/// <summary>How much of a telenovela is left after compression.</summary>
/// <param name="Compressor">What compressed it (<see cref="ICompressor.Name"/>).</param>
/// <param name="Ratio">Bytes after by bytes before; 0 for no text.</param>
/// <param name="AtLeast">The limit for this compressor (<see cref="ICompressor.LeastRatio"/>).</param>
public sealed record CompressedSize(string Compressor, double Ratio, double AtLeast)
{
    /// <summary>Compresses texts one after the other as one stream of UTF-8.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="compressor">The compressor.</param>
    /// <param name="cancellationToken">Stops compressing.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="IOException">The compressor failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CompressedSize Of(IEnumerable<string> texts, ICompressor compressor, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(texts));
        var ratio = bytes.Length == 0 ? 0 : (double)compressor.Compress(bytes, cancellationToken) / bytes.Length;
        return new CompressedSize(compressor.Name, ratio, compressor.LeastRatio);
    }
}
