using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>Rules that hold a telenovela to its bible.</summary>
internal static class BibleRules
{
    public static void Check(TelenovelaFolder telenovela, Bible bible, List<DatasetProblem> problems)
    {
        var readme = telenovela.ReadmePath;
        CheckCount(telenovela, bible, readme, problems);
        var known = bible.Characters.Select(character => character.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in telenovela.Episodes)
        {
            foreach (var scene in entry.Episode.Scenes)
            {
                CheckScene(entry, scene, problems);
                foreach (var line in scene.Elements.OfType<ScriptLine>())
                {
                    var at = entry.Result.Lines.Of(line);
                    if (line.Speaker is null)
                    {
                        problems.Add(new DatasetProblem(entry.Path, at, "speaker", "Say who speaks here."));
                    }
                    else if (!known.Contains(line.Speaker) && missing.Add(line.Speaker))
                    {
                        problems.Add(new DatasetProblem(entry.Path, at, "speaker-in-bible", $"Add {line.Speaker} to the bible's Cast or Minor roles, or mend the name."));
                    }
                }
            }
        }

        foreach (var thread in bible.Threads)
        {
            CheckThread(telenovela, thread, readme, problems);
        }
    }

    private static void CheckCount(TelenovelaFolder telenovela, Bible bible, string readme, List<DatasetProblem> problems)
    {
        if (bible.EpisodeCount is { } count && count != telenovela.Episodes.Count)
        {
            problems.Add(new DatasetProblem(readme, 0, "episode-count", $"The bible says {count} episodes and there are {telenovela.Episodes.Count}; write the missing ones or mend the number."));
        }
        else if (bible.EpisodeCount is null)
        {
            problems.Add(new DatasetProblem(readme, 0, "episode-count", "Say how many episodes there are: a line \"- Episodes: 22\" above the first section."));
        }

        foreach (var season in telenovela.Episodes.GroupBy(entry => entry.File.Season))
        {
            var numbers = season.Select(entry => entry.File.Number).ToHashSet();
            foreach (var gap in Enumerable.Range(1, numbers.Max()).Where(number => !numbers.Contains(number)).Take(3))
            {
                problems.Add(new DatasetProblem(readme, 0, "episode-gap", $"{new EpisodeFile(season.Key, gap).Name} is missing; write it or renumber the later ones."));
            }
        }
    }

    private static void CheckScene(EpisodeEntry entry, Scene scene, List<DatasetProblem> problems)
    {
        var line = entry.Result.Lines.Of(scene);
        if (scene.Heading is null)
        {
            problems.Add(new DatasetProblem(entry.Path, line, "scene-heading", "Begin the scene with a heading such as \"INT. KITCHEN - NIGHT\"."));
        }

        if (scene.Synopsis is null)
        {
            problems.Add(new DatasetProblem(entry.Path, line, "scene-synopsis", "Say in a line that begins with \"= \" what happens in the scene."));
        }

        if (scene.Arcs.Count == 0)
        {
            problems.Add(new DatasetProblem(entry.Path, line, "scene-arc", "Name the arc that the scene serves in a note: \"[[arc: lost-love]]\"."));
        }
    }

    private static void CheckThread(TelenovelaFolder telenovela, BibleThread thread, string readme, List<DatasetProblem> problems)
    {
        foreach (var (does, id) in new[] { ("opens", thread.Opens), ("ties", thread.Ties) })
        {
            if (id.Length == 0)
            {
                problems.Add(new DatasetProblem(readme, thread.Line, "thread-episode", $"Say which episode {does} the thread {thread.Name}."));
                continue;
            }

            var entry = telenovela.Episodes.FirstOrDefault(entry => string.Equals(entry.File.Id, id, StringComparison.OrdinalIgnoreCase));
            if (entry is null)
            {
                problems.Add(new DatasetProblem(readme, thread.Line, "thread-episode", $"{id}, which {does} the thread {thread.Name}, doesn't exist; mend the row or write the episode."));
                continue;
            }

            foreach (var person in thread.People.Where(person => !Mentions(entry.Text, person)))
            {
                problems.Add(new DatasetProblem(readme, thread.Line, "thread-people", $"{id} {does} the thread {thread.Name} but never mentions {person}; mention the name there or mend the row."));
            }
        }
    }

    /// <summary>Whether a text has a name as whole words, in any case.</summary>
    private static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
