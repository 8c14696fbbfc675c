using System.Globalization;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Exports;

/// <summary>
/// The corpus layout. Lines that were given together are a scene, 500 lines an episode, in the order of their approval; so later approvals
/// only add to the end. Held-out lines are in a file that no reader of the corpus takes for an episode
/// (<see cref="CorpusFolder.HeldOut"/>).
/// </summary>
internal static class FountainExport
{
    private const int LinesAnEpisode = 500;
    private const string License = "CC0-1.0";

    /// <summary>The files of the dataset.</summary>
    /// <param name="lines">In the order of their approval.</param>
    public static IEnumerable<ExportFile> Files(IReadOnlyList<ApprovedLine> lines)
    {
        var folders = lines.GroupBy(FolderOf).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var folder in folders)
        {
            var title = PlainText.Clean(folder.First().TelenovelaTitle) is { Length: > 0 } named ? named : folder.First().Telenovela;
            var episodes = folder.Where(line => !line.HeldOut).Chunk(LinesAnEpisode).ToList();
            for (var number = 1; number <= episodes.Count; number++)
            {
                yield return new ExportFile($"{folder.Key}/{new EpisodeFile(1, number).Name}", Script(title, number, episodes[number - 1]));
            }

            if (folder.Where(line => line.HeldOut).ToList() is { Count: > 0 } heldOut)
            {
                yield return new ExportFile($"{folder.Key}/{CorpusFolder.HeldOut}", Script(title, 1, heldOut));
            }

            yield return new ExportFile($"{folder.Key}/README.md", Readme(title, [.. folder], episodes.Count));
        }

        yield return new ExportFile("README.md", $"""
            # Lines given to Telenovela

            - Telenovelas: {folders.Count.ToString(CultureInfo.InvariantCulture)}
            - Lines: {lines.Count.ToString(CultureInfo.InvariantCulture)}
            - Format: Fountain; `<language>/<telenovela>/README.md` describes each telenovela
            - Licence: {License}

            ## How the lines were collected
            {ExportText.Process}
            """.ReplaceLineEndings("\n"));
    }

    private static string FolderOf(ApprovedLine line) =>
        $"{FolderName.OfLanguage(line.Language)}/{FolderName.Of(line.Telenovela)}";

    private static string Script(string title, int number, IReadOnlyList<ApprovedLine> lines) => FountainWriter.Write(new Episode
    {
        Telenovela = title,
        Season = 1,
        Number = number,
        Language = FolderName.Code(lines[0].Language),
        Author = "Contributors, see README.md",
        License = License,
        Scenes = [.. Scenes(lines)],
    });

    private static IEnumerable<Scene> Scenes(IReadOnlyList<ApprovedLine> lines)
    {
        for (int from = 0, to; from < lines.Count; from = to)
        {
            for (to = from + 1; to < lines.Count && lines[to].InteractionId == lines[from].InteractionId && lines[to].Arc == lines[from].Arc; to++)
            {
            }

            yield return new Scene
            {
                Heading = from == 0 ? null : "SCENE",
                Arcs = PlainText.Clean(lines[from].Arc) is { Length: > 0 } arc ? [arc] : [],
                Elements = [.. lines.Skip(from).Take(to - from).Select(line => ScriptLine.Parse(line.Character, line.Text))],
            };
        }
    }

    private static string Readme(string title, List<ApprovedLine> lines, int episodes)
    {
        var heldOut = lines.Count(line => line.HeldOut);
        return string.Create(CultureInfo.InvariantCulture, $"""
            # {ExportText.Plain(title)}

            - Episodes: {episodes}, of up to {LinesAnEpisode} lines
            - Lines: {lines.Count}, of which {heldOut} are in `{CorpusFolder.HeldOut}`: measure against them, never train on them
            - Language: {FolderName.OfLanguage(lines[0].Language)}
            - Format: Fountain; lines that were given together are a scene, arcs as notes
            - Written by: the contributors below
            - Licence: {License}
            - Last updated: {lines.Max(line => line.ApprovedOn):yyyy-MM-dd}

            ## How the lines were collected
            {ExportText.Process}
            ## Contributors
            {ExportText.Contributors(lines)}
            """).ReplaceLineEndings("\n");
    }
}
