using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Telenovela.Engine.Checkpoints;

/// <summary>
/// Keeps a model in a folder: <c>model.safetensors</c> (the weights) and <c>model.json</c> (everything else, and the weights' SHA-256).
/// </summary>
/// <remarks>
/// Saving writes a folder beside the final one, flushes it to the disk and puts it in place by renaming, so that a process killed at
/// any point leaves the old model, the new one, or none. Where there was an old model, it is renamed away in between; should the
/// process die just there, loading finds it and takes it back.
/// </remarks>
public static class CheckpointFolder
{
    /// <summary>The weights' file.</summary>
    public const string WeightsFile = "model.safetensors";

    /// <summary>The description's file.</summary>
    public const string DescriptionFile = "model.json";

    private const long LargestDescription = 64 * 1024 * 1024;
    private const string Unfinished = ".unfinished-";
    private const string Replaced = ".replaced-";

    /// <summary>Saves a model; one that is there already is replaced, other files beside it stay.</summary>
    /// <param name="checkpoint">The model.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="half">Whether to store 16-bit numbers.</param>
    /// <exception cref="CheckpointException">The folder holds something that is no model, or the weights are no numbers.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Save(Checkpoint checkpoint, string directory, bool half = false)
    {
        RequireRoom(directory);
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var replaces = File.Exists(Path.Combine(directory, DescriptionFile));
        CheckpointVerification.RequireFinite(checkpoint.Weights);
        RemoveUnfinished(directory);
        var suffix = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
        var unfinished = directory + Unfinished + suffix;
        Directory.CreateDirectory(unfinished);
        var weights = Safetensors.Write(checkpoint.Shape.Tensors.Select(tensor => (tensor.Key, tensor.Value, checkpoint.Weights[tensor.Key])), half);
        WriteFlushed(Path.Combine(unfinished, WeightsFile), weights);
        var description = CheckpointDescription.Write(checkpoint, Convert.ToHexStringLower(SHA256.HashData(weights)));
        if (replaces)
        {
            CopyOthers(directory, unfinished);
        }

        WriteFlushed(Path.Combine(unfinished, DescriptionFile), description);
        FolderFlush.Flush(unfinished);
        if (Directory.Exists(directory))
        {
            var replaced = directory + Replaced + suffix;
            Directory.Move(directory, replaced);
            Directory.Move(unfinished, directory);
            FolderFlush.Flush(Path.GetDirectoryName(directory)!);
            Directory.Delete(replaced, recursive: true);
        }
        else
        {
            Directory.Move(unfinished, directory);
            FolderFlush.Flush(Path.GetDirectoryName(directory)!);
        }
    }

    /// <summary>Makes sure that a model could be saved there, before hours are spent on making it.</summary>
    /// <param name="directory">The folder: there is none yet, or an empty one, or a model that would be replaced.</param>
    /// <exception cref="CheckpointException">It holds something else, or is a file.</exception>
    public static void RequireRoom(string directory)
    {
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (File.Exists(directory))
        {
            throw new CheckpointException($"“{directory}” is a file. Name a folder for the model.");
        }

        Recover(directory);
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any() && !File.Exists(Path.Combine(directory, DescriptionFile)))
        {
            throw new CheckpointException($"The folder “{directory}” is not empty and holds no model. Name another one, or empty it.");
        }
    }

    /// <summary>Loads a model.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="CheckpointException">
    /// There is no model, or it is damaged: a checksum that doesn't fit, missing or misshapen tensors, weights that are no numbers.
    /// </exception>
    public static Checkpoint Load(string directory)
    {
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        Recover(directory);
        var (checkpoint, sha256) = CheckpointDescription.Read(ReadPlain(directory, DescriptionFile, LargestDescription));
        var weights = ReadPlain(directory, WeightsFile, (sizeof(float) * checkpoint.Shape.Parameters) + Safetensors.LargestHeader);
        if (!string.Equals(sha256, Convert.ToHexStringLower(SHA256.HashData(weights)), StringComparison.Ordinal))
        {
            throw new CheckpointException(
                $"The weights in “{directory}” are not those that were saved: their SHA-256 differs. The file is damaged; copy the model anew.");
        }

        return checkpoint with { Weights = CheckpointVerification.Match(checkpoint.Shape, Safetensors.Read(weights)) };
    }

    /// <summary>Reads a file of at most so many bytes. Pipes and devices, which have no length, would be read for ever.</summary>
    private static byte[] ReadPlain(string directory, string name, long most)
    {
        try
        {
            var file = new FileInfo(Path.Combine(directory, name));
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return file.Length > most
                ? throw new CheckpointException($"{name} in “{directory}” is too large for this model. Copy the model anew.")
                : file.Length == 0
                    ? throw new CheckpointException($"{name} in “{directory}” is empty, or no plain file. Copy the model anew.")
                    : File.ReadAllBytes(file.FullName);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointException($"There is no readable model in “{directory}”: {missing.Message}", missing);
        }
    }

    /// <summary>Takes back a model that a dying process had renamed away.</summary>
    private static void Recover(string directory)
    {
        if (!Directory.Exists(directory) && Siblings(directory, Replaced).OrderByDescending(Directory.GetLastWriteTimeUtc).FirstOrDefault() is { } old)
        {
            Directory.Move(old, directory);
        }

        foreach (var leftOver in Siblings(directory, Replaced).Where(IsOrphan))
        {
            Directory.Delete(leftOver, recursive: true);
        }
    }

    private static void RemoveUnfinished(string directory)
    {
        foreach (var leftOver in Siblings(directory, Unfinished).Where(IsOrphan))
        {
            Directory.Delete(leftOver, recursive: true);
        }
    }

    private static IEnumerable<string> Siblings(string directory, string mark)
    {
        var parent = Path.GetDirectoryName(directory);
        return parent is not null && Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, Path.GetFileName(directory) + mark + "*") : [];
    }

    /// <summary>Whether the process that made a left-over folder is gone. This process never leaves any behind.</summary>
    private static bool IsOrphan(string folder)
    {
        var process = folder[(folder.LastIndexOf('.') + 1)..].Split('-')[1];
        if (!int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var running = Process.GetProcessById(id);
            return running.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static void CopyOthers(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from).Where(file => Path.GetFileName(file) is not (WeightsFile or DescriptionFile)))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static void WriteFlushed(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
