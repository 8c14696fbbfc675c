namespace Telenovela.Bot.Storage.Backups;

/// <summary>What a restoration did.</summary>
/// <param name="Backup">The file that was restored.</param>
/// <param name="PutAside">Where the database that was there is now; null where there was none.</param>
/// <param name="ErasedAgain">Rows of the backup that people had erased since, and that were erased again.</param>
/// <param name="Rows">Rows of the backup by table.</param>
public sealed record RestoreReport(string Backup, string? PutAside, int ErasedAgain, IReadOnlyDictionary<string, long> Rows);
