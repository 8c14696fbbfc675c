using System.Text;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Training;

/// <summary>
/// Renders scripts as the text that a language model learns: before each scene a header with the telenovela and the scene's arcs, then
/// one element a line, and an empty line behind the scene.
/// <code>
/// == El Último Beso | lost-love, betrayal ==
/// (Rain on the tin roof.)
/// MARISOL: You came. (laughs) At last.
///
/// </code>
/// Speakers are in capitals; a line whose speaker isn't known has no name before it. Headings, synopses and transitions are not
/// learned. Since every scene begins with the header, a text begun with it goes on in that telenovela's world and with those arcs. The
/// same script always gives the same text, and models that were trained rely on this form.
/// </summary>
public static class TrainingText
{
    /// <summary>The character that only headers are made of; people who read a generated text don't want to see it.</summary>
    public const string HeaderMark = "=";

    /// <summary>What stands in training texts and is no part of what is told: headers, and the transitions of screenplays.</summary>
    public static IReadOnlyList<string> Unspeakable { get; } = [HeaderMark, "FADE OUT", "FADE IN", "CUT TO"];

    /// <summary>What a direction's line begins with.</summary>
    public const string DirectionStart = "(";

    /// <summary>The line before each scene.</summary>
    /// <param name="title">The telenovela's title.</param>
    /// <param name="arcs">The scene's arcs; none leaves them open.</param>
    /// <returns><c>== Title | arc, arc ==</c> without a line feed.</returns>
    public static string Header(string title, IReadOnlyList<string>? arcs = null) =>
        $"{HeaderMark}{HeaderMark} {Typography.Plain(title)}{(arcs is { Count: > 0 } ? " | " + string.Join(", ", arcs) : "")} " +
        $"{HeaderMark}{HeaderMark}";

    /// <summary>How a speaker is written before a line.</summary>
    /// <param name="speaker">The name.</param>
    /// <returns><c>MARISOL</c>, behind which <c>": "</c> follows.</returns>
    public static string Speaker(string speaker) => Typography.Plain(speaker).ToUpperInvariant();

    /// <summary>What a line can begin with: a direction, or one of the speakers.</summary>
    /// <param name="speakers">As <see cref="Speaker"/> writes them.</param>
    /// <returns>The beginnings; none where no speaker is known, since then a line begins with anything.</returns>
    public static IReadOnlyList<string> LineStarts(IReadOnlyList<string> speakers) =>
        speakers.Count == 0 ? [] : [DirectionStart, .. speakers.Select(speaker => speaker + ": ")];

    /// <summary>Renders an episode.</summary>
    /// <param name="title">The telenovela's title.</param>
    /// <param name="episode">The episode.</param>
    /// <returns>Its scenes, each ending in an empty line; empty for an episode without lines or directions.</returns>
    public static string Render(string title, Episode episode)
    {
        var text = new StringBuilder();
        foreach (var scene in episode.Scenes.Where(scene => scene.Elements.Count > 0))
        {
            text.Append(Header(title, scene.Arcs)).Append('\n');
            foreach (var element in scene.Elements.Where(element => element is not StageDirection { Kind: DirectionKind.Transition }))
            {
                text.Append(Line(element)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Cuts a text of lines into pieces, each with a header before it and an empty line behind.</summary>
    /// <param name="title">What the headers say.</param>
    /// <param name="text">Lines as in <see cref="Render"/>.</param>
    /// <param name="lines">Lines a piece; it ends with the next empty line, and at twice as many in any case.</param>
    public static IReadOnlyList<string> Pieces(string title, string text, int lines)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var count = 0;
        foreach (var line in text.Split('\n').Append(""))
        {
            if (count > 0 && (count >= 2 * lines || (count >= lines && line.Length == 0)))
            {
                pieces.Add($"{Header(title)}\n{piece}\n");
                piece.Clear();
                count = 0;
            }

            if (count > 0 || line.Length > 0)
            {
                piece.Append(line).Append('\n');
                count++;
            }
        }

        if (piece.Length > 0)
        {
            pieces.Add($"{Header(title)}\n{piece.ToString().TrimEnd('\n')}\n\n");
        }

        return pieces;
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
