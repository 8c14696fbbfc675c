using Telenovela.Corpus.Dataset;

namespace Telenovela.Corpus.Checks;

/// <summary>Rules for a bible itself: what it says of the telenovela, its episodes and its people.</summary>
internal static class BibleRules
{
    private static readonly string[] Facts = ["Language", "Format", "Written by", "Licence", "Last updated"];

    public static void Check(TelenovelaFolder telenovela, Bible bible, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        var readme = telenovela.ReadmePath;
        foreach (var fact in Facts.Where(fact => !bible.Facts.TryGetValue(fact, out var value) || value.Length == 0))
        {
            problems.Add(new DatasetProblem(readme, 0, "bible-facts", $"Add a line \"- {fact}: …\" above the first section."));
        }

        if (thresholds.Limits(bible) is null)
        {
            var registers = string.Join(" or ", thresholds.Registers.Select(limits => $"\"- Register: {limits.Register}\""));
            problems.Add(new DatasetProblem(readme, 0, "register", $"There is no register \"{bible.Register}\"; write {registers}."));
        }

        CheckEpisodes(telenovela, bible, problems);
        CheckPeople(telenovela, bible, thresholds, problems);
    }

    private static void CheckEpisodes(TelenovelaFolder telenovela, Bible bible, List<DatasetProblem> problems)
    {
        var readme = telenovela.ReadmePath;
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

    private static void CheckPeople(TelenovelaFolder telenovela, Bible bible, CheckThresholds thresholds, List<DatasetProblem> problems)
    {
        var readme = telenovela.ReadmePath;
        var cast = bible.Characters.Where(character => !character.IsMinor).ToList();
        if (cast.Count < thresholds.LeastCast || cast.Count > thresholds.MostCast)
        {
            problems.Add(new DatasetProblem(readme, 0, "cast-size", $"The Cast has {cast.Count} characters; it takes {thresholds.LeastCast} to {thresholds.MostCast}, the others are Minor roles."));
        }

        var speakers = telenovela.Episodes.SelectMany(entry => ScriptLines.Of(entry.Episode)).Select(line => line.Speaker).ToHashSet(StringComparer.Ordinal);
        foreach (var character in cast.Where(character => !speakers.Contains(character.Name)))
        {
            problems.Add(new DatasetProblem(readme, character.Line, "cast-silent", $"{character.Name} never speaks; mend the name or take the row out."));
        }

        var names = bible.Characters.Select(character => character.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var catchphrase in bible.Catchphrases.Where(catchphrase => !names.Contains(catchphrase.Character)))
        {
            problems.Add(new DatasetProblem(readme, catchphrase.Line, "catchphrase", $"\"{catchphrase.Phrase}\" belongs to {catchphrase.Character}, who is not in the Cast or the Minor roles; say whose it is."));
        }
    }
}
