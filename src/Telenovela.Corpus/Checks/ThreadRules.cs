using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>Holds a bible's threads to the scripts: each is opened and tied, in that order, by episodes that mention its people.</summary>
internal static class ThreadRules
{
    public static ThreadMeasure Check(TelenovelaFolder telenovela, Bible bible, List<DatasetProblem> problems)
    {
        var readme = telenovela.ReadmePath;
        if (bible.Threads.Count == 0)
        {
            problems.Add(new DatasetProblem(readme, 0, "threads", "List the loose ends in a section Threads: which episode opens each, which ties it, and whom it is about."));
        }

        var pages = telenovela.Episodes.ToDictionary(entry => entry.File.Id, Page, StringComparer.OrdinalIgnoreCase);
        var (opened, tied) = (0, 0);
        foreach (var thread in bible.Threads)
        {
            if (thread.People.Count == 0)
            {
                problems.Add(new DatasetProblem(readme, thread.Line, "thread-people", $"Say whom the thread {thread.Name} is about."));
            }

            opened += Happens(thread, "opens", thread.Opens, pages, readme, problems) ? 1 : 0;
            tied += Happens(thread, "ties", thread.Ties, pages, readme, problems) ? 1 : 0;
            if (EpisodeFile.Parse(thread.Opens) is { } first && EpisodeFile.Parse(thread.Ties) is { } last && last < first)
            {
                problems.Add(new DatasetProblem(readme, thread.Line, "thread-order", $"The thread {thread.Name} is tied in {thread.Ties}, before {thread.Opens} opens it; mend the row."));
            }
        }

        return new ThreadMeasure(bible.Threads.Count, opened, tied);
    }

    private static bool Happens(BibleThread thread, string does, string id, Dictionary<string, string> pages, string readme, List<DatasetProblem> problems)
    {
        if (id.Length == 0)
        {
            problems.Add(new DatasetProblem(readme, thread.Line, "thread-episode", $"Say which episode {does} the thread {thread.Name}."));
            return false;
        }

        if (!pages.TryGetValue(id, out var page))
        {
            problems.Add(new DatasetProblem(readme, thread.Line, "thread-episode", $"{id}, which {does} the thread {thread.Name}, doesn't exist; mend the row or write the episode."));
            return false;
        }

        var missing = thread.People.Where(person => !Mentions(page, person)).ToList();
        if (missing.Count > 0)
        {
            problems.Add(new DatasetProblem(readme, thread.Line, "thread-people", $"{id} {does} the thread {thread.Name} but never mentions {string.Join(" or ", missing)}; mention the name there or mend the row."));
        }

        return missing.Count == 0;
    }

    /// <summary>What an audience hears and sees of an episode. Title page, headings, synopses and notes mention nobody.</summary>
    private static string Page(EpisodeEntry entry) => string.Join('\n', entry.Episode.Scenes.SelectMany(scene => scene.Elements)
        .Select(element => element is ScriptLine line ? $"{line.Speaker}\n{line.ToSpeech()}" : ((StageDirection)element).Text));

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
