using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Checks;

/// <summary>Rules that hold a telenovela's episodes to its bible and to the dataset's list of arcs.</summary>
internal sealed class EpisodeRules
{
    private static readonly string[] TitlePage = ["Title", "Season", "Episode", "Language", "Author", "License"];

    private readonly TelenovelaFolder _telenovela;
    private readonly IReadOnlyDictionary<string, string>? _listedArcs;
    private readonly List<DatasetProblem> _problems;
    private readonly HashSet<string> _people;
    private readonly HashSet<string> _bibleArcs;

    // A name is reported where it first occurs, not at each of its hundred lines.
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    private EpisodeRules(TelenovelaFolder telenovela, Bible bible, DatasetCard? card, List<DatasetProblem> problems)
    {
        _telenovela = telenovela;
        _listedArcs = card?.Arcs;
        _problems = problems;
        _people = bible.Characters.Select(character => character.Name).ToHashSet(StringComparer.Ordinal);
        _bibleArcs = bible.Arcs.Keys.ToHashSet(StringComparer.Ordinal);
    }

    public static void Check(TelenovelaFolder telenovela, Bible bible, DatasetCard? card, List<DatasetProblem> problems)
    {
        var rules = new EpisodeRules(telenovela, bible, card, problems);
        foreach (var entry in telenovela.Episodes)
        {
            rules.CheckTitlePage(entry);
            foreach (var scene in entry.Episode.Scenes)
            {
                rules.CheckScene(entry, scene);
                rules.CheckArcs(entry, scene);
                rules.CheckSpeakers(entry, scene);
            }
        }
    }

    private void CheckTitlePage(EpisodeEntry entry)
    {
        var fields = entry.Text.Split('\n').TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(field => field is [_, { Length: > 0 }])
            .Select(field => field[0].Replace("Licence", "License", StringComparison.Ordinal))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = TitlePage.Where(field => !fields.Contains(field)).ToList();
        if (missing.Count > 0)
        {
            Report(entry, 1, "title-page", $"Add {string.Join(", ", missing)} to the title page.");
        }

        if (entry.Episode.Telenovela.Length > 0 && entry.Episode.Telenovela != _telenovela.Title)
        {
            Report(entry, 1, "title", $"The title is \"{entry.Episode.Telenovela}\" here and \"{_telenovela.Title}\" in the README; make them agree.");
        }

        if (entry.Episode.Language.Length > 0 && FolderName.Code(entry.Episode.Language) != FolderName.Code(_telenovela.LanguageFolder))
        {
            Report(entry, 1, "language", $"The title page says \"{entry.Episode.Language}\" and the folder \"{_telenovela.LanguageFolder}\"; make them agree.");
        }
    }

    private void CheckScene(EpisodeEntry entry, Scene scene)
    {
        var line = entry.Result.Lines.Of(scene);
        if (scene.Heading is null)
        {
            Report(entry, line, "scene-heading", "Begin the scene with a heading such as \"INT. KITCHEN - NIGHT\".");
        }

        if (scene.Synopsis is null)
        {
            Report(entry, line, "scene-synopsis", "Say in a line that begins with \"= \" what happens in the scene.");
        }

        if (scene.Arcs.Count == 0)
        {
            Report(entry, line, "scene-arc", "Name the arc that the scene serves in a note: \"[[arc: lost-love]]\".");
        }
    }

    private void CheckArcs(EpisodeEntry entry, Scene scene)
    {
        foreach (var arc in scene.Arcs)
        {
            var line = entry.Result.Lines.Of(scene);
            if (_listedArcs is not null && !_listedArcs.Keys.Contains(arc, StringComparer.Ordinal) && _reported.Add($"list {arc}"))
            {
                Report(entry, line, "arc-in-list", $"The arc \"{arc}\" is not in the dataset's list; use one that is, or list it in the dataset's README.");
            }

            if (!_bibleArcs.Contains(arc) && _reported.Add($"bible {arc}"))
            {
                Report(entry, line, "arc-in-bible", $"Say in the bible's Arcs how this telenovela tells \"{arc}\".");
            }
        }
    }

    private void CheckSpeakers(EpisodeEntry entry, Scene scene)
    {
        foreach (var line in scene.Elements.OfType<ScriptLine>())
        {
            var at = entry.Result.Lines.Of(line);
            if (line.Speaker is null)
            {
                Report(entry, at, "speaker", "Say who speaks here.");
            }
            else if (!_people.Contains(line.Speaker) && _reported.Add($"speaker {line.Speaker}"))
            {
                Report(entry, at, "speaker-in-bible", $"Add {line.Speaker} to the bible's Cast or Minor roles, or mend the name.");
            }
        }
    }

    private void Report(EpisodeEntry entry, int line, string rule, string message) =>
        _problems.Add(new DatasetProblem(entry.Path, line, rule, message));
}
