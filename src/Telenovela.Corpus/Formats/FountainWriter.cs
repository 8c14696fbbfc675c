using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>
/// Writes episodes as Fountain, in the strict subset of the corpus wherever an element fits it and with forced elements where not.
/// What <see cref="FountainFormat"/> reads from it equals what was written, provided that texts are clean (<see cref="PlainText.Clean"/>),
/// only the first scene lacks a heading, and no element is empty.
/// </summary>
public static class FountainWriter
{
    /// <summary>Writes an episode.</summary>
    /// <param name="episode">The episode.</param>
    /// <returns>The file's text, with line feeds, ending in one.</returns>
    public static string Write(Episode episode)
    {
        var text = new StringBuilder();
        foreach (var line in FountainTitlePage.Write(episode))
        {
            text.Append(line).Append('\n');
        }

        for (var i = 0; i < episode.Scenes.Count; i++)
        {
            Write(text, episode.Scenes[i], isFirst: i == 0);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Scene scene, bool isFirst)
    {
        if (Line(scene.Heading ?? (isFirst ? "" : "SCENE")) is { Length: > 0 } heading)
        {
            text.Append('\n').Append(FountainReader.IsHeading(heading) ? "" : ".").Append(heading).Append('\n');
        }

        if (scene.Arcs.Count > 0)
        {
            text.Append('\n');
            foreach (var arc in scene.Arcs)
            {
                text.Append("[[arc: ").Append(arc).Append("]]\n");
            }
        }

        if (Line(scene.Synopsis ?? "") is { Length: > 0 } synopsis)
        {
            text.Append("\n= ").Append(synopsis).Append('\n');
        }

        foreach (var element in scene.Elements)
        {
            if (element is ScriptLine line)
            {
                Write(text, line);
            }
            else if (element is StageDirection direction && Direction(direction) is { Length: > 0 } written)
            {
                text.Append('\n').Append(written).Append('\n');
            }
        }
    }

    private static void Write(StringBuilder text, ScriptLine line)
    {
        var opening = line.Cues.Where(cue => cue.Position <= 0).ToList();
        var speech = Line(SpokenText.Join(line.Text, [.. line.Cues.Skip(opening.Count)]));
        if (speech.Length == 0 && opening.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(Character(line.Speaker)).Append(line.Simultaneous ? " ^\n" : "\n");
        foreach (var cue in opening)
        {
            text.Append('(').Append(FountainMarkup.Encode(SpokenText.CueWords(cue.Text))).Append(")\n");
        }

        if (speech.Length > 0)
        {
            text.Append(speech[0] == '~' ? "\\" : "").Append(speech).Append('\n');
        }
    }

    private static string Character(string? speaker)
    {
        var name = Line(speaker ?? "");
        if (name.Length == 0)
        {
            return "@" + FountainReader.UnknownSpeaker;
        }

        var plain = char.IsLetterOrDigit(name[0]) && FountainReader.IsCapitals(name) && !name.EndsWith(':') && !FountainReader.IsHeading(name);
        return plain ? name : "@" + name;
    }

    private static string Direction(StageDirection direction)
    {
        var text = Line(direction.Text);
        if (text.Length == 0)
        {
            return "";
        }

        switch (direction.Kind)
        {
            case DirectionKind.Sound:
                return $"({FountainMarkup.Encode(SpokenText.CueWords(direction.Text))})";
            case DirectionKind.Song:
                return "~" + text;
            case DirectionKind.Centered:
                return $"> {text} <";
            case DirectionKind.Transition when char.IsLetterOrDigit(text[0]) && FountainReader.IsTransition(text) && !FountainReader.IsHeading(text):
                return text;
            case DirectionKind.Transition:
                return text.EndsWith('<') ? $"> {text[..^1]}\\<" : $"> {text}";
            default:
                var force = "#=>~!.@(".Contains(text[0], StringComparison.Ordinal) || FountainReader.IsHeading(text) || FountainReader.IsCapitals(text);
                return force ? "!" + text : text;
        }
    }

    private static string Line(string text) => FountainMarkup.Encode(PlainText.Clean(text));
}
