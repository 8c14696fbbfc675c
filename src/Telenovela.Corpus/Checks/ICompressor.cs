namespace Telenovela.Corpus.Checks;

/// <summary>Measures how repetitive text is by how well it compresses.</summary>
public interface ICompressor
{
    /// <summary>The compressor and its strength: <c>xz -9e</c>.</summary>
    string Name { get; }

    /// <summary>The least size after compression, as a share of the size before, of text that isn't repetitive; measured for this compressor.</summary>
    double LeastRatio { get; }

    /// <summary>Compresses bytes as one stream.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="cancellationToken">Stops compressing.</param>
    /// <returns>The number of bytes after.</returns>
    /// <exception cref="IOException">The compressor failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    long Compress(byte[] bytes, CancellationToken cancellationToken);
}
