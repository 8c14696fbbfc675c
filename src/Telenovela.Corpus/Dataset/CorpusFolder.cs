using System.Security.Cryptography;
using Telenovela.Corpus.Formats;

namespace Telenovela.Corpus.Dataset;

/// <summary>Finds the telenovelas in <c>corpus/&lt;language&gt;/&lt;telenovela&gt;/s01e01.fountain</c>.</summary>
public static class CorpusFolder
{
    private const int Deepest = 3;

    /// <summary>Loads a corpus, one language of it, or one telenovela: every folder beneath that holds episodes.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>The telenovelas by folder, each with its episodes in order; none where there are none.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<CorpusTelenovela> Load(string directory)
    {
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return Directory.Exists(directory)
            ? [.. Folders(directory, Deepest).Order(StringComparer.Ordinal).Select(LoadTelenovela).Where(telenovela => telenovela.Episodes.Count > 0)]
            : throw new DirectoryNotFoundException($"There is no folder “{directory}”.");
    }

    private static IEnumerable<string> Folders(string directory, int depth) => depth == 0
        ? []
        : Directory.EnumerateDirectories(directory).SelectMany(folder => Folders(folder, depth - 1)).Prepend(directory);

    private static CorpusTelenovela LoadTelenovela(string folder) => new(
        Path.GetFileName(folder),
        folder,
        [
            .. Directory.EnumerateFiles(folder, "*.fountain")
                .Select(path => (Path: path, File: EpisodeFile.Parse(Path.GetFileName(path))))
                .Where(entry => entry.File is not null)
                .OrderBy(entry => entry.File)
                .Select(entry => LoadEpisode(entry.File!, entry.Path)),
        ]);

    private static CorpusEpisode LoadEpisode(EpisodeFile file, string path)
    {
        using var stream = File.OpenRead(path);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        var read = CorpusFormats.Read(stream, Path.GetFileName(path), CorpusFormats.ByName("Fountain"));
        stream.Position = 0;
        using var reader = new StreamReader(stream);
        return new CorpusEpisode(file, path, read, stream.Length <= ReadLimits.FileBytes ? reader.ReadToEnd().Length : 0, sha256);
    }
}
