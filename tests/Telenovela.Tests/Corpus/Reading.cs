using System.Text;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Tests.Corpus;

/// <summary>Short ways to read a script in a test and to see what came of it.</summary>
internal static class Reading
{
    public static ReadResult Read(string text, string fileName) => CorpusFormats.Read(Encoding.UTF8.GetBytes(text), fileName);

    public static IReadOnlyList<SceneElement> Elements(this ReadResult result) => [.. result.Episode.Scenes.SelectMany(scene => scene.Elements)];

    /// <summary>Each element as a line: <c>Jane: (sighs) Well.</c>, <c>-: Who speaks?</c>, <c>[Sound] thunder</c>.</summary>
    public static string[] Shown(this ReadResult result) => [.. result.Elements().Select(element => element is ScriptLine line
        ? $"{line.Speaker ?? "-"}: {line.ToSpeech()}"
        : $"[{((StageDirection)element).Kind}] {((StageDirection)element).Text}")];

    /// <summary>All words of a script, speakers and cues included, lower-cased, by how often they occur.</summary>
    public static SortedDictionary<string, int> Words(this ReadResult result)
    {
        var text = new StringBuilder();
        foreach (var element in result.Elements())
        {
            text.Append(element is ScriptLine line ? $"{line.Speaker} {line.ToSpeech()}" : ((StageDirection)element).Text).Append('\n');
        }

        return Count(text.ToString());
    }

    public static SortedDictionary<string, int> Count(string text)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC) + " ")
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                counts[word.ToString()] = counts.GetValueOrDefault(word.ToString()) + 1;
                word.Clear();
            }
        }

        return counts;
    }
}
