using Telenovela.Engine.Checkpoints;

namespace Telenovela.Story.Models.Generations;

/// <summary>What lies in the folder of generations, in use, withdrawn or unfinished.</summary>
/// <param name="directory">The folder; it need not exist.</param>
internal sealed class GenerationFolder(string directory)
{
    /// <summary>Behind the name of a generation that was rolled back.</summary>
    public const string WithdrawnMark = ".withdrawn";

    private const string Unfinished = ".unfinished-";

    /// <summary>Its path.</summary>
    public string Directory { get; } = directory;

    /// <summary>The file that names the generation in use.</summary>
    public CurrentFile Current { get; } = new(directory);

    /// <summary>The generations that are there, oldest first.</summary>
    public IReadOnlyList<string> Ids => [.. Folders("*").Where(GenerationId.Is).Order(StringComparer.Ordinal)];

    /// <summary>Those that were rolled back, oldest first.</summary>
    public IReadOnlyList<string> WithdrawnIds =>
        [.. Folders("*" + WithdrawnMark).Select(folder => folder[..^WithdrawnMark.Length]).Where(GenerationId.Is).Order(StringComparer.Ordinal)];

    /// <summary>See <see cref="GenerationStore.Named"/>.</summary>
    public string? Named
    {
        get
        {
            var id = Current.Exists || Ids.Count > 0 ? Current.Read() : null;

            // Whoever died while rolling back had withdrawn it already.
            while (id is not null && !System.IO.Directory.Exists(Of(id)) && TryRead(id, WithdrawnMark) is { } withdrawn)
            {
                id = withdrawn.Parent;
            }

            return id;
        }
    }

    /// <summary>The path of a generation.</summary>
    public string Of(string id) => Path.Combine(Directory, id);

    /// <summary>The path under which a generation is made, or removed: half of one must not look like a whole one.</summary>
    public string UnfinishedOf(string id) => Path.Combine(Directory, Unfinished + id);

    /// <summary>The manifest of a generation; null where it can't be read.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="mark">What stands behind the name of its folder.</param>
    public GenerationManifest? TryRead(string id, string mark = "")
    {
        try
        {
            return ManifestFile.Read(Of(id + mark), id);
        }
        catch (GenerationException)
        {
            return null;
        }
    }

    /// <summary>The parent that a generation names, or the one before it where its manifest can't be read. Always an older one, so that there is an end.</summary>
    public string? ParentOf(string id) =>
        !GenerationId.Is(id) ? Ids is [.., var newest] ? newest : null
        : TryRead(id) is { } manifest ? manifest.Parent
        : Ids.LastOrDefault(other => GenerationId.IsBefore(other, id));

    /// <summary>Makes the folder, for good.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Make()
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.CreateDirectory(Directory);
            FolderFlush.Flush(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Directory)))!);
        }
    }

    /// <summary>Removes a folder.</summary>
    /// <param name="name">Its name: a generation's, with its mark.</param>
    /// <exception cref="IOException">It can't be removed.</exception>
    public void Remove(string name)
    {
        ModelFiles.Rename(Of(name), UnfinishedOf(name));
        System.IO.Directory.Delete(UnfinishedOf(name), recursive: true);
    }

    /// <summary>Removes what a killed process left.</summary>
    /// <exception cref="IOException">It can't be removed.</exception>
    public void RemoveUnfinished()
    {
        foreach (var leftOver in Folders(Unfinished + "*"))
        {
            System.IO.Directory.Delete(Of(leftOver), recursive: true);
        }
    }

    /// <summary>Removes what came of a failure. What can't be removed now is removed before the next publication.</summary>
    /// <param name="id">The generation that wasn't made.</param>
    /// <param name="isNamed">Whether it is in use all the same, and stays.</param>
    public void Discard(string id, bool isNamed)
    {
        try
        {
            if (!isNamed && System.IO.Directory.Exists(Of(id)))
            {
                System.IO.Directory.Move(Of(id), UnfinishedOf(id));
            }

            if (System.IO.Directory.Exists(UnfinishedOf(id)))
            {
                System.IO.Directory.Delete(UnfinishedOf(id), recursive: true);
            }
        }
        catch (Exception refuses) when (refuses is IOException or UnauthorizedAccessException)
        {
            // The failure itself is told.
        }
    }

    private IReadOnlyList<string> Folders(string pattern)
    {
        try
        {
            return System.IO.Directory.Exists(Directory) ? [.. System.IO.Directory.EnumerateDirectories(Directory, pattern).Select(folder => Path.GetFileName(folder)!)] : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
