using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Storage;

/// <summary>The store's files.</summary>
/// <param name="options">Names the folder.</param>
public sealed class StoragePaths(IOptions<StorageOptions> options)
{
    /// <summary>The folder, as a full path.</summary>
    public string Directory { get; } = Path.GetFullPath(options.Value.Directory);

    /// <summary>The database.</summary>
    public string Database => Path.Combine(Directory, "telenovela.db");

    /// <summary>Its write-ahead log.</summary>
    public string WriteAheadLog => Database + "-wal";

    /// <summary>The shared-memory index of the log.</summary>
    public string SharedMemory => Database + "-shm";

    /// <summary>The schedule's own database: when what ran and runs next, nothing else.</summary>
    public string Scheduler => Path.Combine(Directory, "scheduler.db");

    /// <summary>The folder of the backups.</summary>
    public string Backups => Path.Combine(Directory, "backups");

    /// <summary>Held shared by every program that uses the database, and alone by one that replaces it.</summary>
    public string UseLock => Path.Combine(Directory, "telenovela.in-use");

    /// <summary>Held by the program that migrates.</summary>
    public string MigrationLock => Path.Combine(Directory, "telenovela.migrating");

    /// <summary>Room for emergencies.</summary>
    public string Ballast => Path.Combine(Directory, "ballast");

    /// <summary>Keys of erased rows, so that restoring an older backup doesn't bring them back.</summary>
    public string Erased => Path.Combine(Directory, "erased.log");
}
