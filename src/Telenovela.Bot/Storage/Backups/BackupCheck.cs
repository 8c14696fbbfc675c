namespace Telenovela.Bot.Storage.Backups;

/// <summary>What is known of a database file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal; null where it wasn't computed.</param>
/// <param name="Rows">Rows by table; none where it can't be read.</param>
/// <param name="Problems">What is wrong; none where all is well.</param>
public sealed record BackupCheck(string Path, string? Sha256, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<string> Problems);
