using System.Text;

namespace Telenovela.Cli;

/// <summary>Reads a text to train on or to measure with.</summary>
internal static class TextFile
{
    private const long Largest = 512L * 1024 * 1024;

    /// <summary>The text, with line feeds alone at the ends of lines.</summary>
    /// <exception cref="FailureException">It is missing, too large, or no UTF-8.</exception>
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

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file.FullName));
            return text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            throw new FailureException($"“{file.Name}” is not UTF-8. Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8.");
        }
    }
}
