namespace Telenovela.Corpus.Scripts;

/// <summary>How much a script holds.</summary>
/// <param name="Scenes">Scenes.</param>
/// <param name="Lines">Spoken lines.</param>
/// <param name="Cues">Cues inside spoken lines, and directions of kind <see cref="DirectionKind.Sound"/>.</param>
/// <param name="Directions">Stage directions of every kind.</param>
/// <param name="SpokenCharacters">UTF-16 code units of spoken text, cues not counted.</param>
/// <param name="UnknownSpeakers">Spoken lines whose speaker isn't known.</param>
public sealed record ScriptCounts(int Scenes, int Lines, int Cues, int Directions, long SpokenCharacters, int UnknownSpeakers)
{
    /// <summary>Counts an episode.</summary>
    /// <param name="episode">The episode.</param>
    /// <returns>Its figures.</returns>
    public static ScriptCounts Of(Episode episode)
    {
        int lines = 0, cues = 0, directions = 0, unknown = 0;
        long spoken = 0;
        foreach (var element in episode.Scenes.SelectMany(scene => scene.Elements))
        {
            if (element is ScriptLine line)
            {
                lines++;
                cues += line.Cues.Count;
                spoken += line.Text.Length;
                unknown += line.Speaker is null ? 1 : 0;
            }
            else if (element is StageDirection direction)
            {
                directions++;
                cues += direction.Kind == DirectionKind.Sound ? 1 : 0;
            }
        }

        return new ScriptCounts(episode.Scenes.Count, lines, cues, directions, spoken, unknown);
    }

    /// <summary>Counts each speaker's lines.</summary>
    /// <param name="episode">The episode.</param>
    /// <returns>Lines by name, most first, names of equal count in alphabetical order; lines of unknown speakers aren't in it.</returns>
    public static IReadOnlyDictionary<string, int> LinesBySpeaker(Episode episode) => episode.Scenes
        .SelectMany(scene => scene.Elements)
        .OfType<ScriptLine>()
        .Where(line => line.Speaker is not null)
        .CountBy(line => line.Speaker!)
        .OrderByDescending(entry => entry.Value)
        .ThenBy(entry => entry.Key, StringComparer.Ordinal)
        .ToDictionary();
}
