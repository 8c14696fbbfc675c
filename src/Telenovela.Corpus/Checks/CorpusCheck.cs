using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>Checks a corpus.</summary>
public static class CorpusCheck
{
    /// <summary>Checks every telenovela beneath a folder.</summary>
    /// <param name="directory">A corpus, a language of it, or a telenovela.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<TelenovelaCheck> Run(string directory) => [.. CorpusFolder.Load(directory).Select(Check)];

    private static TelenovelaCheck Check(CorpusTelenovela telenovela)
    {
        var episodes = telenovela.Episodes.Select(episode => episode.Read.Episode).ToList();
        var lines = episodes.SelectMany(episode => episode.Scenes).SelectMany(scene => scene.Elements).OfType<ScriptLine>().ToList();
        var speakers = lines.Where(line => line.Speaker is not null).GroupBy(line => line.Speaker!)
            .Select(group => (Name: group.Key, Characters: group.Sum(line => (long)line.Text.Length)))
            .OrderByDescending(speaker => speaker.Characters).ThenBy(speaker => speaker.Name, StringComparer.Ordinal);
        return new TelenovelaCheck(
            telenovela.Id,
            telenovela.Title,
            telenovela.Language,
            episodes.Count,
            episodes.Sum(episode => episode.Scenes.Count),
            lines.Count,
            telenovela.Episodes.Sum(episode => (long)episode.Characters),
            lines.Sum(line => (long)line.Text.Length),
            speakers.ToDictionary(speaker => speaker.Name, speaker => speaker.Characters),
            [.. FolderProblems(telenovela), .. telenovela.Episodes.SelectMany(episode => EpisodeProblems(telenovela, episode))]);
    }

    private static IEnumerable<CorpusProblem> FolderProblems(CorpusTelenovela telenovela)
    {
        if (!File.Exists(telenovela.ReadmePath))
        {
            yield return new CorpusProblem("README.md", 0, "It is missing. Say episodes, language, format, who wrote or transcribed it, licence, last update.");
        }

        foreach (var season in telenovela.Episodes.GroupBy(episode => episode.File.Season))
        {
            var missing = Enumerable.Range(1, season.Max(episode => episode.File.Number)).Except(season.Select(episode => episode.File.Number)).ToList();
            if (missing.Count > 0)
            {
                yield return new CorpusProblem("", 0, $"Season {season.Key} lacks episode {string.Join(", ", missing)}.");
            }
        }
    }

    private static IEnumerable<CorpusProblem> EpisodeProblems(CorpusTelenovela telenovela, CorpusEpisode episode)
    {
        var (file, read, script) = (Path.GetFileName(episode.Path), episode.Read, episode.Read.Episode);
        foreach (var skip in read.Skips)
        {
            yield return new CorpusProblem(file, skip.Line, skip.Reason);
        }

        if ((script.Season, script.Number) != (episode.File.Season, episode.File.Number))
        {
            yield return new CorpusProblem(file, 1, $"The title page says season {script.Season}, episode {script.Number}, and the file's name says otherwise.");
        }

        if (script.Telenovela != telenovela.Title)
        {
            yield return new CorpusProblem(file, 1, $"The title is “{script.Telenovela}” here and “{telenovela.Title}” in other episodes.");
        }

        if (!script.Scenes.SelectMany(scene => scene.Elements).OfType<ScriptLine>().Any())
        {
            yield return new CorpusProblem(file, 0, "Nobody says anything in it.");
        }

        foreach (var scene in script.Scenes)
        {
            foreach (var element in scene.Elements)
            {
                var words = element is ScriptLine line ? line.ToSpeech() : ((StageDirection)element).Text;
                if (words.Count(letter => letter == '(') != words.Count(letter => letter == ')'))
                {
                    yield return new CorpusProblem(file, read.Lines.Of(element), "A parenthesis is not closed, or was never opened.");
                }

                if (words.FirstOrDefault(letter => char.IsLetter(letter) && letter > '\u024F') is not '\0' and var stray)
                {
                    yield return new CorpusProblem(file, read.Lines.Of(element), $"The letter “{stray}” is not Latin.");
                }
            }
        }
    }
}
