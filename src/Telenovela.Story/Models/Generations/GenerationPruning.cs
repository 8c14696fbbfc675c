namespace Telenovela.Story.Models.Generations;

/// <summary>Removes generations that are no longer needed.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="mostBytes">What all generations may take.</param>
/// <param name="unwanted">Whether a generation must go whatever its age.</param>
internal sealed class GenerationPruning(GenerationFolder folder, long mostBytes, Func<GenerationManifest, bool>? unwanted)
{
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>See <see cref="GenerationStore.Prune"/>.</summary>
    /// <param name="inUse">The generation in use; null for the shipped models.</param>
    /// <param name="parents">How many parents to keep.</param>
    /// <returns>The generations removed.</returns>
    /// <exception cref="IOException">A folder can't be removed.</exception>
    public IReadOnlyList<string> Prune(string? inUse, int parents)
    {
        folder.RemoveUnfinished();
        for (var id = inUse; id is not null; id = folder.ParentOf(id))
        {
            if (Directory.Exists(folder.Of(id)) && (id == inUse || (_kept.Count <= parents && IsWanted(id, ""))))
            {
                Keep(id);
            }
        }

        var gone = folder.Ids.Where(id => !_kept.Contains(id) && id != folder.Named).ToList();

        // Whoever died while rolling back has left the name of one that is withdrawn: it says what was gone back to.
        var forgotten = folder.WithdrawnIds.Reverse().Where(id => id != folder.Current.Read() && !MayStay(id, inUse)).Select(id => id + GenerationFolder.WithdrawnMark);
        foreach (var name in gone.Concat(forgotten.ToList()))
        {
            folder.Remove(name);
        }

        return gone;
    }

    private bool MayStay(string withdrawn, string? inUse)
    {
        if (!GenerationId.IsSince(inUse, withdrawn) || !IsWanted(withdrawn, GenerationFolder.WithdrawnMark))
        {
            return false;
        }

        Keep(withdrawn + GenerationFolder.WithdrawnMark);
        return true;
    }

    private bool IsWanted(string id, string mark) =>
        _bytes + ModelFiles.SizeOf(folder.Of(id + mark)) <= mostBytes && folder.TryRead(id, mark) is { } manifest && !(unwanted?.Invoke(manifest) ?? false);

    private void Keep(string name)
    {
        _kept.Add(name);
        _bytes += ModelFiles.SizeOf(folder.Of(name));
    }
}
