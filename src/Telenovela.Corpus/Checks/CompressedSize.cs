using System.IO.Compression;
using System.Text;

namespace Telenovela.Corpus.Checks;

/// <summary>
/// How much of a telenovela is left after compression with Brotli at quality 11 and a window of 16 MB: the strongest compressor that the
/// platform has built in, so that the figure is the same on every machine.
/// </summary>
/// <param name="Compressor">The compressor and its strength.</param>
/// <param name="Ratio">Bytes after by bytes before; 0 for no text.</param>
public sealed record CompressedSize(string Compressor, double Ratio)
{
    private const int Quality = 11;
    private const int Window = 24;

    /// <summary>Compresses texts one after the other as one stream of UTF-8.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="IOException">The compressor failed.</exception>
    public static CompressedSize Of(IEnumerable<string> texts)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(texts));
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, compressed, out var written, Quality, Window))
        {
            throw new IOException($"Brotli couldn't compress {bytes.Length} bytes.");
        }

        return new CompressedSize($"brotli {Quality}", bytes.Length == 0 ? 0 : (double)written / bytes.Length);
    }
}
