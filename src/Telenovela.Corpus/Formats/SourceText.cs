using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>A file's text: decoded, with line feeds as the only line ends, in Unicode normalization form C.</summary>
public sealed class SourceText
{
    /// <summary>Takes text that is already decoded.</summary>
    /// <param name="fileName">The name for reports; its season and episode number, where it has them, are used.</param>
    /// <param name="text">The text.</param>
    /// <param name="encoding">How it was encoded, for reports.</param>
    public SourceText(string fileName, string text, string encoding = "UTF-16")
    {
        FileName = fileName;
        Encoding = encoding;
        Text = PlainText.Compose(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
    }

    /// <summary>The file's name as it was given.</summary>
    public string FileName { get; }

    /// <summary>The encoding that was found: <c>UTF-8</c>, <c>UTF-16</c>, <c>Windows-1252</c> and so on.</summary>
    public string Encoding { get; }

    /// <summary>The language that is wanted of a file that holds several, as a tag; null to take the file's own.</summary>
    public string? Language { get; init; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The text's first characters, enough to see what it is.</summary>
    internal string Head => Text.Length <= 4096 ? Text : Text[..4096];

    /// <summary>The text's first lines without their ends, at most <see cref="ReadLimits.Lines"/>.</summary>
    /// <param name="skips">Gets an entry if there are more lines.</param>
    /// <returns>The lines; the first is number 1.</returns>
    internal IEnumerable<(int Number, string Line)> Lines(SkipLog skips)
    {
        var from = 0;
        for (var number = 1; from <= Text.Length; number++)
        {
            if (number > ReadLimits.Lines)
            {
                skips.Add(number, $"The file has more than {ReadLimits.Lines} lines; the rest was left out.");
                yield break;
            }

            var end = Text.IndexOf('\n', from);
            end = end < 0 ? Text.Length : end;
            yield return (number, Text[from..end]);
            from = end + 1;
        }
    }
}
