using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Training;

/// <summary>
/// Renders scripts as the text that a character model learns: before each scene the telenovela's header, then one element a line, and
/// an empty line behind the scene.
/// <code>
/// == El Último Beso ==
/// (Rain on the tin roof.)
/// MARISOL: You came. (laughs) At last.
///
/// </code>
/// Speakers are in capitals; a line whose speaker isn't known has no name before it. Headings, synopses and arcs are not learned. Since
/// every scene begins with the header, a text begun with it goes on in that telenovela's world. The same script always gives the same
/// text, and models that were trained rely on this form.
/// </summary>
public static class TrainingText
{
    /// <summary>The character that only headers are made of; people who read a generated text don't want to see it.</summary>
    public const string HeaderMark = "=";

    /// <summary>The line before each scene.</summary>
    /// <param name="title">The telenovela's title.</param>
    /// <returns><c>== Title ==</c> without a line feed.</returns>
    public static string Header(string title) => $"{HeaderMark}{HeaderMark} {Typography.Plain(title)} {HeaderMark}{HeaderMark}";

    /// <summary>How a speaker is written before a line.</summary>
    /// <param name="speaker">The name.</param>
    /// <returns><c>MARISOL</c>, behind which <c>": "</c> follows.</returns>
    public static string Speaker(string speaker) => Typography.Plain(speaker).ToUpperInvariant();

    /// <summary>What a line can begin with: a direction, or one of the speakers.</summary>
    /// <param name="speakers">As <see cref="Speaker"/> writes them.</param>
    /// <returns>The beginnings; none where no speaker is known, since then a line begins with anything.</returns>
    public static IReadOnlyList<string> LineStarts(IReadOnlyList<string> speakers) => speakers.Count == 0 ? [] : ["(", .. speakers.Select(speaker => speaker + ": ")];

    /// <summary>Renders an episode.</summary>
    /// <param name="title">The telenovela's title.</param>
    /// <param name="episode">The episode.</param>
    /// <returns>Its scenes, each ending in an empty line; empty for an episode without lines or directions.</returns>
    public static string Render(string title, Episode episode)
    {
        var text = new StringBuilder();
        foreach (var scene in episode.Scenes.Where(scene => scene.Elements.Count > 0))
        {
            text.Append(Header(title)).Append('\n');
            foreach (var element in scene.Elements)
            {
                text.Append(Line(element)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Renders a dataset.</summary>
    /// <param name="corpus">The dataset.</param>
    /// <returns>An item for each episode with text, in the dataset's order, so that whole episodes can be held out.</returns>
    public static IReadOnlyList<TrainingEpisode> Of(CorpusFolder corpus) =>
    [
        .. from telenovela in corpus.Telenovelas
           from entry in telenovela.Episodes
           let text = Render(telenovela.Title, entry.Episode)
           where text.Length > 0
           select new TrainingEpisode(telenovela.Id, entry.File, entry.Sha256, text),
    ];

    private static string Line(SceneElement element) => element switch
    {
        ScriptLine { Speaker: { } speaker } line => $"{Speaker(speaker)}: {Typography.Plain(line.ToSpeech())}",
        ScriptLine line => Typography.Plain(line.ToSpeech()),
        StageDirection direction => $"({Typography.Plain(direction.Text)})",
        _ => throw new ArgumentException($"{element.GetType().Name} has no form in a training text.", nameof(element)),
    };
}
