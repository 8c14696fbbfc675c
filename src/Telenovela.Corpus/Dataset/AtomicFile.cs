using System.Text;

namespace Telenovela.Corpus.Dataset;

/// <summary>Writes files whole or not at all: to a temporary name in the same folder, flushed to disk, then renamed.</summary>
internal static class AtomicFile
{
    /// <summary>Writes text as UTF-8 without a byte-order mark.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">The disk is full, or the folder can't be written; the old file is unharmed.</exception>
    public static void Write(string path, string text)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
