using Telenovela.Bot.Contributions;
using Telenovela.Corpus.Scripts;
using Telenovela.Corpus.Training;
using Telenovela.Story.Models;

namespace Telenovela.Bot.Retraining.Texts;

/// <summary>Contributed lines as a model reads them: what was given together is a scene.</summary>
public static class ContributedText
{
    /// <summary>Lines that a telenovela must have before the bot writes it.</summary>
    public const int FewestLinesOfTelenovela = 30;

    /// <summary>Lines that somebody must have spoken before the bot lets them speak, as in <see cref="LearnedTelenovelas"/>.</summary>
    private const int FewestLinesOfSpeaker = 5;

    /// <summary>The scenes of some lines, each with its header and an empty line behind.</summary>
    /// <param name="lines">In the order of their approval.</param>
    /// <param name="learned">The telenovelas that the model knows, whose titles win over what people typed.</param>
    public static IEnumerable<string> Scenes(IEnumerable<ApprovedLine> lines, IReadOnlyList<LearnedTelenovela> learned) =>
        lines.GroupBy(line => (line.InteractionId, line.Telenovela)).Select(scene => TrainingText.Render(
            TitleOf(scene.First().Telenovela, scene.First().TelenovelaTitle, learned),
            new Episode { Scenes = [new Scene { Elements = [.. scene.Select(line => ScriptLine.Parse(line.Character, line.Text))] }] }));

    /// <summary>A line as it is measured: what is read before it, and the line itself.</summary>
    /// <param name="telenovela">The telenovela's id.</param>
    /// <param name="title">Its title, as somebody typed it.</param>
    /// <param name="character">Who speaks.</param>
    /// <param name="text">The words with their cues.</param>
    /// <param name="learned">The telenovelas that the model knows.</param>
    public static (string Before, string Line) Line(string telenovela, string title, string? character, string text, IReadOnlyList<LearnedTelenovela> learned)
    {
        var header = TrainingText.Header(TitleOf(telenovela, title, learned)) + "\n";
        var line = Typography.Plain(ScriptLine.Parse(character, text).ToSpeech()) + "\n";
        return (character is null ? header : $"{header}{TrainingText.Speaker(character)}: ", line);
    }

    /// <summary>The spoken lines of a training text in the same form: what is read before each, and the line.</summary>
    /// <param name="text">A training text.</param>
    public static IEnumerable<(string Before, string Line)> SpokenIn(string text)
    {
        var header = "";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(TrainingText.HeaderMark, StringComparison.Ordinal))
            {
                header = line + "\n";
            }
            else if (line[0] != '(' && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            {
                yield return (header + line[..(colon + 2)], line[(colon + 2)..] + "\n");
            }
        }
    }

    /// <summary>What a model knows when it has learned lines besides: new telenovelas, and new people in those it knew.</summary>
    /// <param name="learned">What it knew.</param>
    /// <param name="lines">All contributed lines that it learns.</param>
    public static IReadOnlyList<LearnedTelenovela> Learned(IReadOnlyList<LearnedTelenovela> learned, IReadOnlyList<ApprovedLine> lines)
    {
        var byTelenovela = lines.ToLookup(line => line.Telenovela, StringComparer.Ordinal);
        return
        [
            .. learned.Select(known => known.Speakers.Count == 0 ? known : known with { Speakers = [.. known.Speakers.Union(SpeakersOf(byTelenovela[known.Id]))] }),
            .. byTelenovela.Where(group => learned.All(known => known.Id != group.Key) && group.Count() >= FewestLinesOfTelenovela)
                .Select(group => new LearnedTelenovela(group.Key, group.First().TelenovelaTitle, group.First().Language)
                {
                    Speakers = group.Any(line => line.Character is null) ? [] : [.. SpeakersOf(group)],
                }),
        ];
    }

    private static IEnumerable<string> SpeakersOf(IEnumerable<ApprovedLine> lines) =>
        lines.Where(line => line.Character is not null).CountBy(line => TrainingText.Speaker(line.Character!))
            .Where(speaker => speaker.Value >= FewestLinesOfSpeaker).OrderByDescending(speaker => speaker.Value).Select(speaker => speaker.Key);

    private static string TitleOf(string telenovela, string title, IReadOnlyList<LearnedTelenovela> learned) =>
        learned.FirstOrDefault(known => known.Id == telenovela)?.Title ?? title;
}
