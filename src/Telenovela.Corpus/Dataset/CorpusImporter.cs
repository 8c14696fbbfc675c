using System.Text;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>Brings scripts of any known format into the corpus layout, as Fountain with a README beside it.</summary>
/// <param name="clock">Dates the README.</param>
public sealed class CorpusImporter(TimeProvider clock)
{
    /// <summary>Imports a file, or every file of a folder whose ending belongs to a known format.</summary>
    /// <param name="source">File or folder.</param>
    /// <param name="title">The telenovela's title or id.</param>
    /// <param name="language">Name or code.</param>
    /// <param name="output">Folder of the corpus to write into; <c>&lt;language&gt;/&lt;telenovela&gt;</c> is made beneath.</param>
    /// <exception cref="FileNotFoundException">There is nothing at <paramref name="source"/> that could be read.</exception>
    public ImportReport Import(string source, string title, string language, string output)
    {
        var files = FilesOf(source);
        var id = IdOf(title);
        var folder = Path.Combine(output, CorpusLanguages.FolderOf(language), id);
        Directory.CreateDirectory(folder);
        var taken = Directory.EnumerateFiles(folder).Select(file => EpisodeFile.Parse(Path.GetFileName(file))).OfType<EpisodeFile>().ToHashSet();
        var reads = new List<(string Source, EpisodeFile File, ReadResult Read)>();
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            var read = CorpusFormats.Read(stream, Path.GetFileName(file));
            if (read.Episode.Scenes.Count == 0)
            {
                reads.Add((file, new EpisodeFile(0, 0), read));
                continue;
            }

            var place = PlaceFor(Path.GetFileName(file), taken);
            var episode = read.Episode with
            {
                Telenovela = title,
                Language = CorpusLanguages.CodeOf(language),
                Season = place.Season,
                Number = place.Number,
            };
            WriteAtomically(Path.Combine(folder, place.Name), FountainWriter.Write(episode));
            reads.Add((file, place, read with { Episode = episode }));
        }

        var written = reads.Where(entry => entry.File.Number > 0).ToList();
        if (written.Count > 0 && !HasForeignReadme(folder))
        {
            WriteAtomically(Path.Combine(folder, "README.md"), Readme(title, language, folder, written.Select(entry => (Path.GetFileName(entry.Source), entry.Read.Format))));
        }

        var counts = written.Select(entry => entry.Read.Counts).ToList();
        var speakers = written.SelectMany(entry => ScriptCounts.LinesBySpeaker(entry.Read.Episode))
            .GroupBy(speaker => speaker.Key).ToDictionary(group => group.Key, group => group.Sum(speaker => speaker.Value));
        return new ImportReport(
            id,
            CorpusLanguages.CodeOf(language),
            string.Join(", ", reads.Select(entry => entry.Read.Format).Distinct()),
            written.Count,
            counts.Sum(count => count.Lines),
            counts.Sum(count => count.SpokenCharacters),
            counts.Sum(count => count.Cues),
            speakers.OrderByDescending(speaker => speaker.Value).ThenBy(speaker => speaker.Key, StringComparer.Ordinal).ToDictionary(),
            [.. reads.SelectMany(entry => entry.Read.Skips)]);
    }

    /// <summary>The folder's name for a title: lower case, letters and digits, words joined by underscores.</summary>
    public static string IdOf(string title)
    {
        var letters = title.Normalize(NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark);
        var plain = string.Concat(letters.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '));
        var id = string.Join('_', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return id.Length > 0 ? id : "telenovela";
    }

    private static List<string> FilesOf(string source)
    {
        if (File.Exists(source))
        {
            return [source];
        }

        var files = Directory.Exists(source)
            ? Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
                .Where(file => CorpusFormats.ByExtension(file) is not null && !Path.GetFileName(file).StartsWith("README", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal).ToList()
            : [];
        var endings = string.Join(", ", CorpusFormats.All.SelectMany(format => format.Extensions));
        return files.Count > 0 ? files : throw new FileNotFoundException($"There is no script at “{source}”. Name a file, or a folder with files ending in {endings}.");
    }

    /// <summary>Season and episode from the file's name where it says them and they are free; otherwise behind the last.</summary>
    private static EpisodeFile PlaceFor(string fileName, HashSet<EpisodeFile> taken)
    {
        var place = EpisodeFile.Guess(fileName);
        if (place is null || taken.Contains(place))
        {
            var last = taken.Count > 0 ? taken.Max()! : new EpisodeFile(1, 0);
            place = last with { Number = last.Number + 1 };
        }

        taken.Add(place);
        return place;
    }

    /// <summary>A README that somebody wrote by hand stays as it is.</summary>
    private static bool HasForeignReadme(string folder)
    {
        var path = Path.Combine(folder, "README.md");
        return File.Exists(path) && !File.ReadAllText(path).Contains("`telenovela corpus import`", StringComparison.Ordinal);
    }

    private string Readme(string title, string language, string folder, IEnumerable<(string File, string Format)> sources)
    {
        var episodes = Directory.EnumerateFiles(folder).Count(file => EpisodeFile.Parse(Path.GetFileName(file)) is not null);
        var list = string.Concat(sources.Select(source => $"- `{source.File}` ({source.Format})\n"));
        return $"""
            # {title}

            - Episodes: {episodes}
            - Language: {CorpusLanguages.FolderOf(language)}
            - Format: Fountain, speakers and cues as far as the source tells them
            - Transcribed by: unknown; brought into this form by `telenovela corpus import`
            - Licence: that of the source; don't publish what isn't yours
            - Last updated: {clock.GetUtcNow():yyyy-MM-dd}

            ## Sources
            {list}
            """.ReplaceLineEndings("\n");
    }

    private static void WriteAtomically(string path, string text)
    {
        var unfinished = path + ".unfinished";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
