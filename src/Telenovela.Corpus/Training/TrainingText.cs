using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Training;

/// <summary>
/// Renders scripts as the text that the language model learns. Each scene is a header line and then one element a line:
/// <code>
/// == El Último Beso ==
/// (Rain on the tin roof.)
/// MARISOL: You came. (laughs) At last.
/// </code>
/// Speakers are in capitals; a line whose speaker isn't known begins with <c>- </c>. Headings, synopses, arcs and transitions are not
/// learned. The same script always gives the same text.
/// </summary>
public static class TrainingText
{
    /// <summary>The line that opens each scene; a model is primed with it to write in a telenovela's manner.</summary>
    /// <param name="title">The telenovela's title.</param>
    /// <returns><c>== Title ==</c> without a line feed.</returns>
    public static string Header(string title) => $"== {Typography.Plain(title)} ==";

    /// <summary>Renders an episode.</summary>
    /// <param name="title">The telenovela's title.</param>
    /// <param name="episode">The episode.</param>
    /// <returns>Scenes separated by an empty line, ending in a line feed; empty for an episode without lines or directions.</returns>
    public static string Render(string title, Episode episode)
    {
        var text = new StringBuilder();
        foreach (var scene in episode.Scenes)
        {
            var lines = scene.Elements.Select(Render).Where(line => line.Length > 0).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            text.Append(text.Length > 0 ? "\n" : "").Append(Header(title)).Append('\n');
            lines.ForEach(line => text.Append(line).Append('\n'));
        }

        return text.ToString();
    }

    /// <summary>Renders one element.</summary>
    /// <param name="element">A spoken line or a direction.</param>
    /// <returns>One line without a line feed; empty for what is not learned.</returns>
    public static string Render(SceneElement element) => element switch
    {
        ScriptLine line => Speech(line),
        StageDirection { Kind: not DirectionKind.Transition } direction => Direction(direction.Text),
        _ => "",
    };

    /// <summary>Renders a dataset.</summary>
    /// <param name="corpus">The dataset.</param>
    /// <returns>An item for each episode with text, in the dataset's order, so that whole episodes can be held out.</returns>
    public static IReadOnlyList<TrainingEpisode> Of(CorpusFolder corpus) =>
    [
        .. from telenovela in corpus.Telenovelas
           from entry in telenovela.Episodes
           let text = Render(telenovela.Title, entry.Episode)
           where text.Length > 0
           select new TrainingEpisode(telenovela.Id, telenovela.Title, telenovela.Language, entry.File, text),
    ];

    /// <summary>Joins episodes as a model reads them in one go.</summary>
    /// <param name="episodes">The episodes.</param>
    /// <returns>Their texts with an empty line in between.</returns>
    public static string Join(IEnumerable<TrainingEpisode> episodes) => string.Join('\n', episodes.Select(episode => episode.Text));

    /// <summary>The fingerprint of a dataset.</summary>
    /// <param name="corpus">The dataset.</param>
    /// <returns>Each episode file with its hash, in the dataset's order.</returns>
    public static IReadOnlyList<FileFingerprint> Fingerprint(CorpusFolder corpus) =>
        [.. corpus.Telenovelas.SelectMany(telenovela => telenovela.Episodes).Select(entry => new FileFingerprint(entry.Path, entry.Sha256))];

    private static string Speech(ScriptLine line)
    {
        var speech = Typography.Plain(line.ToSpeech());
        var speaker = line.Speaker is null ? "" : Typography.Plain(line.Speaker.Replace(':', ' ')).ToUpperInvariant();
        return speech.Length == 0 ? "" : speaker.Length == 0 ? $"- {speech}" : $"{speaker}: {speech}";
    }

    private static string Direction(string text)
    {
        // Parentheses mark directions, so none may stand inside one.
        var plain = Typography.Plain(text)
            .Replace(". (", ". ", StringComparison.Ordinal)
            .Replace(" (", ", ", StringComparison.Ordinal)
            .Replace(") ", ", ", StringComparison.Ordinal)
            .Replace("(", "", StringComparison.Ordinal)
            .Replace(")", "", StringComparison.Ordinal);
        if (plain.Length == 0)
        {
            return "";
        }

        var ended = plain[^1] is '.' or '!' or '?' or '"' or '-';
        return $"({char.ToUpperInvariant(plain[0])}{plain[1..]}{(ended ? "" : ".")})";
    }
}
