using System.Text;
using CsCheck;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Corpus.Formats;

/// <summary>
/// Whatever a reader doesn't take over it reports: the words that the <see cref="SimpleReader"/> sees are in the script or in a place
/// that is named among the skips.
/// </summary>
public sealed class SilentLossTests
{
    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    [InlineData("ttml")]
    [InlineData("fountain")]
    [InlineData("txt")]
    public void Loses_No_Word_In_Silence_When_Files_Are_Odd(string extension) =>
        GeneratedScripts.Of(extension).Sample(text => Assert.Empty(Lost(text, Reading.Read(text, "x." + extension))), iter: 2_000);

    [Theory]
    [InlineData("data")]
    [InlineData("cases")]
    public void Loses_No_Word_In_Silence_When_Files_Are_Real(string folder)
    {
        var files = Directory.EnumerateFiles(SharedData.At(folder), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToList();
        var lost = files.AsParallel().AsOrdered().Where(file =>
        {
            var bytes = File.ReadAllBytes(file);
            return Lost(TextDecoder.Decode(bytes).Text, CorpusFormats.Read(bytes, Path.GetFileName(file))).Count > 0;
        }).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(lost);
    }

    /// <summary>The words that are neither in the script nor in lines that a skip names.</summary>
    private static List<string> Lost(string text, ReadResult result)
    {
        var lines = SimpleReader.Lines(text.Normalize(NormalizationForm.FormC), result.Format);
        var raw = text.ReplaceLineEndings("\n").Split('\n');
        var read = Reading.Count(Written(result.Episode));
        var named = Reading.Count(string.Join('\n', lines.Where((_, index) => result.Skips.Any(skip => IsNamed(skip, index + 1, raw)))));
        var rolls = result.Skips.Any(skip => skip.Reason.Contains("rolling captions", StringComparison.Ordinal));
        return [.. Reading.Count(string.Join('\n', lines))
            .Where(word =>
                word.Value > read.GetValueOrDefault(word.Key) + named.GetValueOrDefault(word.Key) &&
                !(rolls && read.ContainsKey(word.Key)))
            .Select(word => word.Key)];
    }

    /// <summary>Whether a skip names a line: its own, those that follow in the same caption or paragraph, or all that follow.</summary>
    private static bool IsNamed(Skip skip, int line, string[] raw)
    {
        if (skip.Line == 0 || line < skip.Line)
        {
            return skip.Line == 0;
        }

        return skip.Reason.Contains("from here on", StringComparison.Ordinal) ||
            skip.Reason.Contains("the rest", StringComparison.Ordinal) ||
            !raw.Skip(skip.Line).Take(line - skip.Line)
                .Any(between => SimpleReader.IsTimes(between) || between.Contains("<p", StringComparison.Ordinal));
    }

    private static string Written(Episode episode)
    {
        var text = new StringBuilder();
        text
            .AppendJoin(
                '\n', episode.Telenovela, episode.Title, episode.Author, episode.Language, episode.License, episode.Season, episode.Number)
            .Append('\n');
        text.AppendJoin('\n', episode.OtherFields.Select(field => $"{field.Key} {field.Value}")).Append('\n');
        foreach (var scene in episode.Scenes)
        {
            text.Append(scene.Heading).Append('\n').Append(scene.Synopsis).Append('\n');
            text.AppendJoin('\n', scene.Elements.Select(element => element is ScriptLine line
                ? $"{line.Speaker} {line.ToSpeech()}"
                : ((StageDirection)element).Text)).Append('\n');
        }

        return text.ToString();
    }
}
