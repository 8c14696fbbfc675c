using Telenovela.Corpus.Checks;

namespace Telenovela.Tests.Corpus.Checks;

/// <summary>Says that a given share of everything is left.</summary>
internal sealed class FixedCompressor(double ratio) : ICompressor
{
    public string Name => "fixed";

    public double LeastRatio => 0.3;

    public long Compress(byte[] bytes, CancellationToken cancellationToken) => (long)(bytes.Length * ratio);
}
