using System.Text;
using System.Text.Json;
using Telenovela.Bot.Storage;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Bot.Contributions.Exports;

/// <summary>A folder that belongs to an export: a list of its files lies in it, and only those are ever replaced or deleted.</summary>
/// <param name="directory">The folder, as a full path.</param>
internal sealed class ExportFolder(string directory)
{
    private const string ListName = ".telenovela-export.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private string ListPath => Path.Combine(directory, ListName);

    /// <summary>Whether an export is there.</summary>
    public bool Exists => File.Exists(ListPath);

    /// <summary>Makes the folder where there is none, and refuses one in which other things are.</summary>
    /// <exception cref="StoreException">There are.</exception>
    /// <exception cref="IOException">It can't be made; the message says what is in the way.</exception>
    public void Demand()
    {
        OutputFolder.Create(directory);
        if (!Exists && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new StoreException($"{directory} isn't empty and holds no earlier export. Name a new folder.");
        }
    }

    /// <summary>Writes the files, deletes those of the export before that are no more, and lists what is there.</summary>
    public void Write(IReadOnlyList<ExportFile> files)
    {
        var before = Listed();
        var now = files.Select(file => file.Path).Order(StringComparer.Ordinal).ToList();

        // Listed before anything is written, so that whatever happens no file is forgotten.
        WriteAtomically(ListPath, JsonSerializer.Serialize(before.Union(now).Order(StringComparer.Ordinal), Indented) + "\n");
        foreach (var file in files)
        {
            WriteAtomically(Full(file.Path), file.Content);
        }

        foreach (var gone in before.Except(now))
        {
            Delete(Full(gone));
        }

        WriteAtomically(ListPath, JsonSerializer.Serialize(now, Indented) + "\n");
    }

    private List<string> Listed()
    {
        if (!Exists)
        {
            return [];
        }

        var root = directory + Path.DirectorySeparatorChar;
        return [.. (JsonSerializer.Deserialize<List<string>>(File.ReadAllText(ListPath)) ?? [])
            .Where(path => Path.GetFullPath(Full(path)).StartsWith(root, StringComparison.Ordinal))];
    }

    private string Full(string path) => Path.Combine(directory, path.Replace('/', Path.DirectorySeparatorChar));

    private void Delete(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        File.Delete(path);
        for (var folder = Path.GetDirectoryName(path)!; folder != directory && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }

    private static void WriteAtomically(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".unfinished";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
