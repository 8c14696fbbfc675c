using System.Buffers;

namespace Telenovela.Corpus.Formats;

/// <summary>Takes a file's bytes in, never more than <see cref="ReadLimits.FileBytes"/>, and decodes them.</summary>
internal static class SourceReader
{
    /// <summary>Reads and decodes.</summary>
    /// <param name="stream">The bytes, from where the stream stands.</param>
    /// <param name="fileName">The name for reports.</param>
    /// <param name="skip">Why there is no text.</param>
    /// <param name="language">The language wanted of a file that holds several, or null.</param>
    /// <returns>The text, or null.</returns>
    public static SourceText? Read(Stream stream, string fileName, out Skip? skip, string? language = null)
    {
        skip = null;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var length = 0;
            int read;
            while ((read = stream.Read(buffer, length, buffer.Length - length)) > 0)
            {
                length += read;
                if (length > ReadLimits.FileBytes)
                {
                    skip = new Skip(fileName, 0, $"The file is larger than {ReadLimits.FileBytes / (1024 * 1024)} MB, which no script is; split it into episodes.");
                    return null;
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length * 2, ReadLimits.FileBytes + 1));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            var (text, encoding) = TextDecoder.Decode(buffer.AsSpan(0, length));
            if (TextDecoder.LooksBinary(text))
            {
                skip = new Skip(fileName, 0, "The file isn't text.");
                return null;
            }

            return new SourceText(fileName, text, encoding) { Language = language };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            skip = new Skip(fileName, 0, $"The file couldn't be read: {error.Message}");
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
