using System.IO.Compression;
using System.Text;

namespace Telenovela.Corpus.Checks;

/// <summary>
/// Measures how repetitive text is by how well it compresses, with Brotli at quality 11 and a 16 MB window, the strongest compressor that
/// the platform has built in.
/// <para>It stands in for <c>xz -9e</c>. Measured (bytes after / bytes before):</para>
/// <list type="table">
/// <listheader><term>text</term><description>Brotli 11/24, xz -9e</description></listheader>
/// <item><term>tinyshakespeare, first 300,000 characters</term><description>0.3357, 0.3438</description></item>
/// <item><term>tinyshakespeare, characters 600,000 to 900,000</term><description>0.3436, 0.3512</description></item>
/// <item><term>tinyshakespeare, all 1,115,394 characters</term><description>0.3241, 0.3267</description></item>
/// <item><term>220,000 characters and most of them again with 15 % of the words exchanged, 310,000 in all</term><description>0.2717, 0.2815</description></item>
/// <item><term>90,000 characters repeated with 8 % of the words exchanged, 300,000 in all</term><description>0.1645, 0.1742</description></item>
/// <item><term>a pilot's captions without markup, 26,335 characters</term><description>0.3510, 0.3799</description></item>
/// </list>
/// <para>At the size of a season Brotli's share is 0.008 to 0.010 below that of xz, so xz 0.29 corresponds to Brotli 0.28. Small texts differ
/// more (Brotli brings a dictionary of its own), one reason why the rule applies to whole seasons only.</para>
/// </summary>
public static class CompressedSize
{
    private const int Quality = 11;
    private const int Window = 24;

    /// <summary>Compresses texts one after the other as one stream.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>Bytes after by bytes before; 0 for no text.</returns>
    public static double Ratio(IEnumerable<string> texts)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(texts));
        if (bytes.Length == 0)
        {
            return 0;
        }

        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, compressed, out var written, Quality, Window) ? (double)written / bytes.Length : 1;
    }
}
