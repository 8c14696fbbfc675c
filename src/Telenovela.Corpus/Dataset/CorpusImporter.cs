using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>
/// Turns script files into episodes of a dataset: Fountain files and a README under <c>&lt;language&gt;/&lt;telenovela&gt;</c>.
/// Files are written whole or not at all. An episode that is already there is replaced only by the same source file that it was imported
/// from; anything else, hand-written episodes above all, stays, and the newcomer gets the next free number, which the report says.
/// </summary>
/// <param name="time">Tells the date for the README.</param>
public sealed class CorpusImporter(TimeProvider time)
{
    /// <summary>The title page entry that names the file an episode was imported from.</summary>
    public const string SourceField = "Imported From";

    /// <summary>Imports a file, or all script files in and beneath a folder as one telenovela.</summary>
    /// <param name="request">What and where to.</param>
    /// <param name="cancellationToken">Stops between files; what was written until then stays.</param>
    /// <returns>The report; whatever couldn't be read or written is among its skips.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImportReport Import(ImportRequest request, CancellationToken cancellationToken = default)
    {
        var skips = new List<Skip>();
        var read = new List<(string File, ReadResult Result)>();
        foreach (var file in Files(request.Source, skips))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = NameOf(file, request.Source);
            var result = Read(file, name, request, skips);
            if (result is not null)
            {
                skips.AddRange(result.Skips);
                if (result.Counts.Lines + result.Counts.Directions > 0)
                {
                    read.Add((name, result));
                }
            }
        }

        var title = request.Telenovela ?? Title(request.Source, read);
        var language = FolderName.Code(request.Language ?? Language(request.Source, read));
        var folder = Path.Combine(request.Output, FolderName.OfLanguage(language), FolderName.Of(title));
        var written = read.Count == 0 ? [] : Write(request, folder, title, language, read, skips, cancellationToken);
        var counts = written.ConvertAll(episode => ScriptCounts.Of(episode.Episode));
        return new ImportReport(
            FolderName.Of(title),
            language,
            string.Join(
                ", ", read.CountBy(file => file.Result.Format).OrderByDescending(format => format.Value).Select(format => format.Key)),
            written.Count,
            counts.Sum(count => count.Lines),
            counts.Sum(count => count.SpokenCharacters),
            counts.Sum(count => count.Cues),
            Speakers(written.Select(episode => episode.Source)),
            skips);
    }

    /// <summary>A file's name, or its path beneath the folder that is imported, with forward slashes.</summary>
    private static string NameOf(string file, string source) =>
        Directory.Exists(source) ? Path.GetRelativePath(source, file).Replace('\\', '/') : Path.GetFileName(file);

    private static List<string> Files(string source, List<Skip> skips)
    {
        if (!Directory.Exists(source))
        {
            if (PlainFiles.IsOne(source))
            {
                return [source];
            }

            skips.Add(new Skip(source, 0, File.Exists(source) ? "It is empty, or no plain file." : "There is no such file or folder."));
            return [];
        }

        var files = PlainFiles.In(source, beneath: true, (path, reason) => skips.Add(new Skip(NameOf(path, source), 0, reason)))
            .Where(file => Path.GetFileName(file) != CorpusFolder.Readme)
            .ToList();
        foreach (var file in files.Where(file => CorpusFormats.ByExtension(file) is null))
        {
            skips.Add(new Skip(NameOf(file, source), 0, $"No script format has the extension \"{Path.GetExtension(file)}\"."));
        }

        files.RemoveAll(file => CorpusFormats.ByExtension(file) is null);
        if (files.Count == 0)
        {
            skips.Add(new Skip(Path.GetFileName(source), 0, "The folder holds no script files."));
        }

        return files;
    }

    private static ReadResult? Read(string path, string name, ImportRequest request, List<Skip> skips)
    {
        var chosen = request.Format is null ? null : CorpusFormats.ByName(request.Format);
        if (request.Format is not null && chosen is null)
        {
            skips.Add(new Skip(
                name,
                0,
                $"There is no format \"{request.Format}\"; " +
                $"use one of {string.Join(", ", CorpusFormats.All.Select(known => known.Name))}."));
            return null;
        }

        try
        {
            using var stream = File.OpenRead(path);
            return CorpusFormats.Read(stream, name, chosen, request.Language is null ? null : FolderName.Code(request.Language));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            skips.Add(new Skip(name, 0, $"The file couldn't be opened: {error.Message}"));
            return null;
        }
    }

    private static string Title(string source, List<(string File, ReadResult Result)> read)
    {
        var titled = read.Find(file => file.Result.Episode.Telenovela.Length > 0).Result?.Episode.Telenovela;
        if (titled is not null)
        {
            return titled;
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(source));
        var name = Directory.Exists(full) ? Path.GetFileName(full) : EpisodeFile.TitlePart(Path.GetFileNameWithoutExtension(full));
        name = name.Length > 0 ? name : Path.GetFileName(Path.GetDirectoryName(full)) ?? "";
        return name.Length > 0 ? FolderName.ToTitle(name) : "Untitled";
    }

    private static string Language(string source, List<(string File, ReadResult Result)> read)
    {
        var named = read.Find(file => file.Result.Episode.Language.Length > 0).Result?.Episode.Language;
        var above = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)))) ?? "";
        return named ?? (FolderName.Code(above) is { Length: 2 } code && code != above ? code : "");
    }

    private static Dictionary<string, int> Speakers(IEnumerable<Episode> episodes)
    {
        var speakers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, lines) in episodes.SelectMany(ScriptCounts.LinesBySpeaker))
        {
            speakers[name] = speakers.GetValueOrDefault(name) + lines;
        }

        return speakers.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private List<ImportedEpisode> Write(
        ImportRequest request,
        string folder,
        string title,
        string language,
        List<(string File, ReadResult Result)> read,
        List<Skip> skips,
        CancellationToken cancellationToken)
    {
        var written = new List<ImportedEpisode>();
        try
        {
            OutputFolder.Create(folder);
            var numbering = EpisodeNumbering.Of(folder, [.. read.Select(file => (file.File, file.Result.Episode))]);
            foreach (var (file, result) in read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var place = numbering.Place(file, result.Episode, skips);
                var episode = ImportedEpisode.Adapt(result.Episode, title, language, request.License, place, file);
                var text = FountainWriter.Write(episode);
                AtomicFile.Write(Path.Combine(folder, place.Name), text);
                written.Add(new ImportedEpisode(result.Episode, episode, text));
            }

            ImportReadme.Write(folder, title, language, read.Select(file => file.Result.Format), time, skips);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            skips.Add(new Skip(folder, 0, $"The episodes couldn't all be written. {error.Message}"));
        }

        return written;
    }
}
