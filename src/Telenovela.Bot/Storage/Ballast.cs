using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Telenovela.Bot.Storage;

/// <summary>A file that takes up room while there is some, and gives it up when there is none: on a full disk SQLite can't even delete.</summary>
/// <param name="paths">Where it is.</param>
/// <param name="options">How large.</param>
/// <param name="logger">Told when it goes.</param>
public sealed partial class Ballast(StoragePaths paths, IOptions<StorageOptions> options, ILogger<Ballast> logger)
{
    private const int Block = 1024 * 1024;

    private long Size => options.Value.BallastMegabytes * (long)Block;

    /// <summary>Makes the file if it isn't there or has another size.</summary>
    /// <returns>Whether it is there; false where there is no room for it.</returns>
    public bool Load()
    {
        if (Size == 0)
        {
            File.Delete(paths.Ballast);
            return true;
        }

        if (File.Exists(paths.Ballast) && new FileInfo(paths.Ballast).Length == Size)
        {
            return true;
        }

        try
        {
            // Written, not only lengthened: a hole would take up no room. Random, because some file systems compress.
            using var file = new FileStream(paths.Ballast, FileMode.Create, FileAccess.Write);
            var block = new byte[Block];
            for (var at = 0L; at < Size; at += Block)
            {
                Random.Shared.NextBytes(block);
                file.Write(block);
            }

            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Drop();
            return false;
        }
    }

    /// <summary>Gives the room up.</summary>
    public void Drop()
    {
        if (File.Exists(paths.Ballast))
        {
            File.Delete(paths.Ballast);
            Log.Dropped(logger, options.Value.BallastMegabytes);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The ballast of {Megabytes} MB was given up so that deleting and repairing have room")]
        public static partial void Dropped(ILogger logger, int megabytes);
    }
}
