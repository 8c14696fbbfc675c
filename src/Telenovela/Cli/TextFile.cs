using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Formats;

namespace Telenovela.Cli;

/// <summary>Reads a text to train on or to measure with.</summary>
internal static class TextFile
{
    private const long Largest = 512L * 1024 * 1024;

    /// <summary>
    /// The text files (<c>*.txt</c>) in and beneath a folder, each once, by path; what can't be read is told on standard error.
    /// </summary>
    public static IReadOnlyList<FileInfo> Beneath(DirectoryInfo folder) => !folder.Exists
        ? []
        :
        [
            .. PlainFiles.In(folder.FullName, beneath: true, Output.LeftOut)
                .Where(path => path.EndsWith(".txt", StringComparison.Ordinal)).Select(path => new FileInfo(path)),
        ];

    /// <summary>The text, with line feeds alone at the ends of lines.</summary>
    /// <exception cref="FailureException">It is missing, too large, in no encoding of Unicode, or no text.</exception>
    public static string Read(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new FailureException($"There is no file “{file.FullName}”.");
        }

        if (file.Length > Largest)
        {
            throw new FailureException($"“{file.Name}” has {file.Length >> 20} MB; at most {Largest >> 20} MB can be read.");
        }

        var (text, encoding) = TextDecoder.Decode(File.ReadAllBytes(file.FullName));
        if (encoding == TextDecoder.LastResort)
        {
            throw new FailureException(
                $"“{file.Name}” is not UTF-8, nor UTF-16 or UTF-32. Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8.");
        }

        if (TextDecoder.LooksBinary(text))
        {
            throw new FailureException(
                $"“{file.Name}” is full of control characters. It is no text, or was converted from the wrong encoding: " +
                "convert the original anew.");
        }

        return text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }
}
