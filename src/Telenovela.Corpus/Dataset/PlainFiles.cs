namespace Telenovela.Corpus.Dataset;

/// <summary>
/// The files of a folder that can be read: each once, however many links lead to it, and none whose end may never come. Links to folders
/// aren't followed, since they may lead back. Hidden files and folders are passed over.
/// </summary>
public static class PlainFiles
{
    /// <summary>Finds them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="beneath">Whether folders in it are looked into, too.</param>
    /// <param name="leftOut">Told what was left out, and why.</param>
    /// <returns>Paths in ordinal order.</returns>
    public static IReadOnlyList<string> In(string folder, bool beneath, Action<string, string> leftOut)
    {
        var found = new List<FileInfo>();
        Look(new DirectoryInfo(folder), beneath, found, leftOut);
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);

        // What links lead to may be among the files themselves, which come first.
        foreach (var file in found.OrderBy(file => file.LinkTarget is not null).ThenBy(file => file.FullName, StringComparer.Ordinal))
        {
            if (Target(file) is not { } target)
            {
                leftOut(file.FullName, "It is empty, or no plain file.");
            }
            else if (!read.Add(target))
            {
                leftOut(file.FullName, "It is a link to a file that is read already.");
            }
            else
            {
                files.Add(file.FullName);
            }
        }

        return [.. files];
    }

    /// <summary>Whether there is a file at that path that isn't empty; pipes and devices are.</summary>
    public static bool IsOne(string path) => Target(new FileInfo(path)) is not null;

    private static void Look(DirectoryInfo folder, bool beneath, List<FileInfo> found, Action<string, string> leftOut)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = [.. folder.EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.'))];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            leftOut(folder.FullName, $"The folder couldn't be read: {refused.Message}");
            return;
        }

        found.AddRange(entries.OfType<FileInfo>());
        foreach (var inner in beneath ? entries.OfType<DirectoryInfo>() : [])
        {
            if (inner.LinkTarget is null)
            {
                Look(inner, beneath, found, leftOut);
            }
            else
            {
                leftOut(inner.FullName, "A link to a folder isn't followed.");
            }
        }
    }

    /// <summary>
    /// The file itself, or what a link leads to; null where it isn't there, is empty, or is no file. Pipes have no length.
    /// </summary>
    private static string? Target(FileInfo file)
    {
        try
        {
            var target = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
            return target is FileInfo { Exists: true, Length: > 0 } ? target.FullName : null;
        }
        catch (IOException)
        {
            // Links in a circle.
            return null;
        }
    }
}
