using System.ComponentModel.DataAnnotations;

namespace Telenovela.Bot.Storage;

/// <summary>Where and how contributions are kept (section <c>Storage</c>).</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>The folder of the database, its backups and its ballast; a relative path starts at the current folder.</summary>
    /// <value><c>data</c> by default.</value>
    [Required]
    public string Directory { get; set; } = "data";

    /// <summary>Seconds that a statement waits for another process to finish writing.</summary>
    /// <value>5 by default.</value>
    [Range(0, 60)]
    public double BusyTimeoutSeconds { get; set; } = 5;

    /// <summary>Size in MB to which the write-ahead log is cut back after a checkpoint.</summary>
    /// <value>4 by default: what SQLite collects between two checkpoints.</value>
    [Range(0, 1024)]
    public int JournalSizeLimitMegabytes { get; set; } = 4;

    /// <summary>Largest size of the database in MB; beyond it the store behaves as on a full disk. 0 for no limit.</summary>
    /// <value>0 by default.</value>
    [Range(0, 1024 * 1024)]
    public int LargestMegabytes { get; set; }

    /// <summary>Size in MB of the ballast file, which is given up when the disk is full so that deleting and repairing have room. 0 for none.</summary>
    /// <value>16 by default.</value>
    [Range(0, 65536)]
    public int BallastMegabytes { get; set; } = 16;

    /// <summary>Seconds that a start waits for another process to bring the database to the program's version.</summary>
    /// <value>60 by default.</value>
    [Range(1, 3600)]
    public double MigrationTimeoutSeconds { get; set; } = 60;

    /// <summary>The hour (UTC) of the nightly backup.</summary>
    /// <value>3 by default.</value>
    [Range(0, 23)]
    public int BackupHour { get; set; } = 3;

    /// <summary>Days that a backup is kept. A deleted line lives on in backups until then.</summary>
    /// <value>14 by default.</value>
    [Range(1, 365)]
    public int BackupDays { get; set; } = 14;
}
