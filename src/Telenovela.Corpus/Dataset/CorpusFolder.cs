using System.Security.Cryptography;
using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>
/// A dataset on disk: <c>&lt;language&gt;/&lt;telenovela&gt;/s01e01.fountain</c> and a <c>README.md</c> beside the episodes. A
/// <c>held-out.fountain</c> beside them isn't read.
/// </summary>
/// <param name="Root">The dataset's folder.</param>
/// <param name="Telenovelas">The telenovelas by language and folder name.</param>
/// <param name="Problems">Files that couldn't be read or don't belong; the rest was loaded.</param>
/// <param name="Card">The dataset's own README with its list of arcs; null where there is none.</param>
public sealed record CorpusFolder(string Root, ValueList<TelenovelaFolder> Telenovelas, ValueList<DatasetProblem> Problems, DatasetCard? Card)
{
    /// <summary>The README's file name.</summary>
    public const string Readme = "README.md";

    /// <summary>
    /// The file name of lines that are for measuring and never learned from; no reader of the dataset takes it for an episode.
    /// </summary>
    public const string HeldOut = "held-out.fountain";

    /// <summary>The dataset's folder, its languages, their telenovelas.</summary>
    private const int Deepest = 3;

    /// <summary>
    /// Loads a dataset, one language of it, or one telenovela. A telenovela is a folder with episodes, or with a README that has a cast.
    /// Unreadable files become problems, never exceptions.
    /// </summary>
    /// <param name="root">The folder; a missing one is an empty dataset with a problem.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>The dataset.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CorpusFolder Load(string root, CancellationToken cancellationToken = default)
    {
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        var problems = new List<DatasetProblem>();
        var telenovelas = new List<TelenovelaFolder>();
        if (!Directory.Exists(root))
        {
            problems.Add(new DatasetProblem("", 0, "folder", $"There is no folder {root}; create it or name another."));
        }

        foreach (var folder in Folders(root, root, Deepest, problems))
        {
            if (LoadTelenovela(root, folder, problems, cancellationToken) is { } telenovela)
            {
                telenovelas.Add(telenovela);
            }
        }

        return new CorpusFolder(root, telenovelas.ToValueList(), problems.ToValueList(), DatasetCard.Find(root));
    }

    private static TelenovelaFolder? LoadTelenovela(string root, string folder, List<DatasetProblem> problems, CancellationToken cancellationToken)
    {
        var episodes = new List<EpisodeEntry>();
        Bible? bible = null;
        foreach (var path in PlainFiles.In(folder, beneath: false, LeftOut))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetFileName(path);
            var relative = Relative(root, path);
            if (name == Readme)
            {
                bible = Source(path, relative, problems) is ({ } source, _) ? Bible.Parse(source.Text) : null;
            }
            else if (EpisodeFile.Parse(name) is { } file && name == file.Name)
            {
                if (Source(path, relative, problems) is ({ } source, { } hash))
                {
                    episodes.Add(new EpisodeEntry(file, relative, source.Text, hash, new FountainFormat().Read(source)));
                }
            }
            else if (name != HeldOut && name.EndsWith(".fountain", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(new DatasetProblem(relative, 0, "file-name", $"Rename the file to the form {new EpisodeFile(1, 1).Name}; it was left out."));
            }
        }

        void LeftOut(string path, string reason)
        {
            var name = Path.GetFileName(path);
            if (name == Readme || (name != HeldOut && name.EndsWith(".fountain", StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add(new DatasetProblem(Relative(root, path), 0, "unreadable", reason));
            }
        }

        if (episodes.Count == 0 && bible is not { HasCast: true })
        {
            return null;
        }

        episodes.Sort((one, other) => one.File.CompareTo(other.File));
        var id = Path.GetFileName(folder);
        var languageFolder = Path.GetFileName(Path.GetDirectoryName(folder)) ?? "";
        return new TelenovelaFolder(
            id,
            FirstOf([bible?.Title, .. episodes.Select(entry => entry.Episode.Telenovela), FolderName.ToTitle(id)]),
            FirstOf([.. episodes.Select(entry => entry.Episode.Language), FolderName.Code(languageFolder)]),
            languageFolder,
            Relative(root, folder),
            bible,
            episodes.ToValueList());
    }

    private static string FirstOf(IEnumerable<string?> texts) => texts.FirstOrDefault(text => !string.IsNullOrEmpty(text)) ?? "";

    private static (SourceText? Source, string? Sha256) Source(string path, string relative, List<DatasetProblem> problems)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var source = SourceReader.Read(stream, relative, out var skip);
            if (source is null)
            {
                problems.Add(new DatasetProblem(relative, 0, "unreadable", skip!.Reason));
                return (null, null);
            }

            stream.Position = 0;
            return (source, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new DatasetProblem(relative, 0, "unreadable", $"The file couldn't be opened: {error.Message}"));
            return (null, null);
        }
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>A folder and those beneath it, by name; hidden ones and links, which may lead back, are left out.</summary>
    private static IEnumerable<string> Folders(string root, string folder, int depth, List<DatasetProblem> problems)
    {
        if (depth == 0 || !Directory.Exists(folder))
        {
            yield break;
        }

        yield return folder;
        var visible = Directory.EnumerateDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('.'));
        foreach (var inner in visible.Order(StringComparer.Ordinal))
        {
            if (new DirectoryInfo(inner).LinkTarget is not null)
            {
                problems.Add(new DatasetProblem(Relative(root, inner), 0, "link", "A link to a folder isn't followed."));
                continue;
            }

            foreach (var beneath in Folders(root, inner, depth - 1, problems))
            {
                yield return beneath;
            }
        }
    }
}
