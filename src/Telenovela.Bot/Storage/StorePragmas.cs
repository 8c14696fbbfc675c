using System.Globalization;

namespace Telenovela.Bot.Storage;

/// <summary>The settings of a connection, as SQL.</summary>
internal static class StorePragmas
{
    private const int PageBytes = 4096;

    /// <summary>
    /// Write-ahead log; every commit on the disk before it is acknowledged; patience with other writers; deleted content overwritten;
    /// a short log; foreign keys; nothing of a line in temporary files.
    /// </summary>
    public static string For(StorageOptions options) => string.Create(CultureInfo.InvariantCulture, $"""
        PRAGMA busy_timeout = {(int)(options.BusyTimeoutSeconds * 1000)};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA journal_size_limit = {options.JournalSizeLimitMegabytes * 1024L * 1024L};
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA max_page_count = {(options.LargestMegabytes == 0 ? 0xfffffffe : options.LargestMegabytes * (1024L * 1024L / PageBytes))};
        """);
}
