using System.Security.Cryptography;
using System.Text;
using Telenovela.Engine.Checkpoints;

namespace Telenovela.Story.Models.Generations;

/// <summary>The files of model folders.</summary>
public static class ModelFiles
{
    /// <summary>The names of the model folders in a folder, in order.</summary>
    /// <param name="directory">The folder; it need not exist.</param>
    public static IReadOnlyList<string> FoldersIn(string directory) => Directory.Exists(directory)
        ? [.. Directory.EnumerateDirectories(directory).Where(folder => File.Exists(Path.Combine(folder, CheckpointFolder.DescriptionFile))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>SHA-256 of each file of the model folders in a folder, lower-case hexadecimal, by path with forward slashes.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static SortedDictionary<string, string> Hashes(string directory) => new(
        FoldersIn(directory).SelectMany(folder => Directory.EnumerateFiles(Path.Combine(directory, folder)))
            .ToDictionary(file => Path.GetRelativePath(directory, file).Replace('\\', '/'), Hash),
        StringComparer.Ordinal);

    /// <summary>One SHA-256 for all the models in a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static string Fingerprint(string directory) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(Hashes(directory).Select(file => $"{file.Key} {file.Value}\n")))));

    /// <summary>SHA-256 of a model, whatever else lies in its folder.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <returns>Lower-case hexadecimal; null where there is no model.</returns>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static string? FingerprintOf(string folder) => File.Exists(Path.Combine(folder, CheckpointFolder.DescriptionFile))
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
            new[] { CheckpointFolder.DescriptionFile, CheckpointFolder.WeightsFile }.Where(file => File.Exists(Path.Combine(folder, file))).Select(file => $"{file} {Hash(Path.Combine(folder, file))}\n")))))
        : null;

    /// <summary>Copies a model folder and has it written to the disk.</summary>
    /// <param name="from">The folder.</param>
    /// <param name="to">A folder that isn't there yet.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            WriteFlushed(Path.Combine(to, Path.GetFileName(file)), File.ReadAllBytes(file));
        }

        FolderFlush.Flush(to);
    }

    /// <summary>Bytes of all files in a folder and the folders in it; what links lead to isn't counted.</summary>
    internal static long SizeOf(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Sum(file => file.Length);

    internal static void WriteFlushed(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Replaces a file in one step, for good: whoever reads sees the old content or the new.</summary>
    internal static void Replace(string path, byte[] content)
    {
        WriteFlushed(path + ".tmp", content);
        File.Move(path + ".tmp", path, overwrite: true);
        FolderFlush.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Renames a folder within its folder, for good.</summary>
    internal static void Rename(string from, string to)
    {
        Directory.Move(from, to);
        FolderFlush.Flush(Path.GetDirectoryName(to)!);
    }

    internal static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
