using System.Globalization;
using System.Security.Cryptography;

namespace Telenovela.Bot.Storage.Backups;

/// <summary>Names and checksums of backups: <c>telenovela-20261123T030000Z-nightly.db</c> with <c>….db.sha256</c> beside it.</summary>
internal static class BackupFiles
{
    private const string Prefix = "telenovela-";
    private const string Ending = ".db";
    private const string Stamp = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>The name of a backup.</summary>
    public static string NameOf(DateTimeOffset at, string occasion) =>
        $"{Prefix}{at.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}-{occasion}{Ending}";

    /// <summary>The checksum's file.</summary>
    public static string ChecksumOf(string path) => path + ".sha256";

    /// <summary>Reads a name; null for files that are no finished backups.</summary>
    public static DatabaseBackup? Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(Ending, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = name[Prefix.Length..^Ending.Length].Split('-', 2);
        return parts.Length == 2 &&
            DateTimeOffset.TryParseExact(parts[0], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? new DatabaseBackup(path, at, parts[1], new FileInfo(path).Length)
            : null;
    }

    /// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Writes the checksum as <c>sha256sum --check</c> reads it.</summary>
    public static void WriteChecksum(string path, string hash)
    {
        File.WriteAllText(ChecksumOf(path), $"{hash}  {Path.GetFileName(path)}\n");
        SqliteFile.FlushToDisk(ChecksumOf(path));
    }

    /// <summary>The checksum that lies beside a backup; null where there is none.</summary>
    public static string? ReadChecksum(string path) =>
        File.Exists(ChecksumOf(path)) ? File.ReadAllText(ChecksumOf(path)).Split(' ', 2)[0].Trim() : null;
}
