using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Speech;

namespace Telenovela.Corpus.Checks;

/// <summary>How a telenovela is written. Characters are UTF-16 code units.</summary>
/// <param name="LineCharacters">Characters of a spoken line on average, cues not counted; 0 where there are none.</param>
/// <param name="SentenceWords">Words of a spoken sentence on average; 0 where there are none.</param>
/// <param name="WordForms">
/// Distinct words, lower-cased, in the first <see cref="MeasuredCharacters"/> characters of names, speeches and directions; headings,
/// synopses and notes aren't counted.
/// </param>
/// <param name="Directions">
/// Characters of directions and cues, by those and the characters of spoken text together; 0 where there are none.
/// </param>
public sealed record StyleMeasure(double LineCharacters, double SentenceWords, int WordForms, double Directions)
{
    /// <summary>The longer a text, the more word forms it has; they are counted in as much of each telenovela.</summary>
    public const int MeasuredCharacters = 300_000;

    /// <summary>Measures a telenovela.</summary>
    /// <param name="episodes">Its episodes in order.</param>
    /// <returns>The measure.</returns>
    public static StyleMeasure Of(IEnumerable<EpisodeEntry> episodes)
    {
        var elements = episodes.SelectMany(entry => entry.Episode.Scenes).SelectMany(scene => scene.Elements).ToList();
        var lines = elements.OfType<ScriptLine>().Select(line => line.Text).ToList();
        var sentences = lines.SelectMany(Sentences.Split).Select(sentence => Words.Of(sentence).Count).Where(words => words > 0).ToList();
        var text = string.Concat(elements.Select(Rendered));
        double spoken = lines.Sum(line => (long)line.Length);
        var directions = elements.Sum(DirectionLength);
        return new StyleMeasure(
            lines.Count == 0 ? 0 : spoken / lines.Count,
            sentences.Count == 0 ? 0 : sentences.Average(),
            Words.Of(text[..Math.Min(text.Length, MeasuredCharacters)]).Distinct(StringComparer.Ordinal).Count(),
            directions == 0 ? 0 : directions / (directions + spoken));
    }

    /// <summary>An element as a language model reads it.</summary>
    private static string Rendered(SceneElement element) =>
        element is ScriptLine line ? $"{line.Speaker}: {line.ToSpeech()}\n" : $"({((StageDirection)element).Text})\n";

    /// <summary>A cue counts with its parentheses.</summary>
    private static long DirectionLength(SceneElement element) =>
        element is ScriptLine line ? line.Cues.Sum(cue => cue.Text.Length + 2L) : ((StageDirection)element).Text.Length;
}
