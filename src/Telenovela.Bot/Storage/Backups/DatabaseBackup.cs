namespace Telenovela.Bot.Storage.Backups;

/// <summary>A backup.</summary>
/// <param name="Path">The file; <c>.sha256</c> lies beside it.</param>
/// <param name="At">When it was made (UTC).</param>
/// <param name="Occasion">Why: <c>nightly</c>, <c>before-migration</c>, <c>by-hand</c>.</param>
/// <param name="Bytes">Its size.</param>
public sealed record DatabaseBackup(string Path, DateTimeOffset At, string Occasion, long Bytes);
